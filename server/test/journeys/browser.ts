import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';
import { inProject } from '../project-folder';

const SCREENS = inProject('.cache/screens');
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Shorter than a test's own time, so that a failure names the step that it waited for. */
const STEP_MILLISECONDS = 20_000;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Window sizes that every screen must serve: a phone, and a desktop browser. */
export const SIZES = { phone: { width: 375, height: 812 }, desktop: { width: 1280, height: 800 } } as const;

/** Starts the browser that Debian packages. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
}

/** A window of its own, with nothing stored, that fails the test for every script error. */
export async function openWindow(
  browser: Browser,
  size: keyof typeof SIZES,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    colorScheme,
    locale: 'zh-CN',
    hasTouch: size === 'phone',
  });
  context.setDefaultTimeout(STEP_MILLISECONDS);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1|data:|blob:)/.test(request.url())) troubles.push(`outside host: ${request.url()}`);
  });
  return { page, context, troubles };
}

/** Waits until `isSo` says yes; fails after ten seconds. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    if (await isSo()) return;
    await wait(100);
  }
  throw new Error('It did not come about within ten seconds.');
}

/** Keeps a picture of the window under .cache/screens. */
export async function keepScreen(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENS, { recursive: true });
  await page.screenshot({ path: join(SCREENS, `${name}.png`), animations: 'disabled' });
}

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** What the accessibility checker finds against WCAG 2 A and AA, each with its first place. */
export async function accessibilityFaults(place: Page | Frame): Promise<readonly string[]> {
  await place.evaluate(AXE);
  const report = await place.evaluate<AxeReport>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })",
  );
  return report.violations.map(
    ({ id, help, nodes }) =>
      `${id} (${String(nodes.length)}×): ${help} ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
  );
}
