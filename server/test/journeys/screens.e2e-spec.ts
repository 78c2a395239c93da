import type { Browser } from 'playwright-core';
import { accessibilityFaults, keepScreen, openWindow, startBrowser } from './browser';
import { DemoServer } from './demo-server';
import { appAddress, LEAD, LEADER, OFFICER } from './people';

/** Every screen that opens without a record, by who sees it. */
const SCREENS: readonly (readonly [account: string, name: string, pages: readonly string[]])[] = [
  [
    OFFICER,
    'officer',
    [
      'home',
      'work',
      'inbox',
      'me',
      'statement',
      'ledger',
      'information/updates',
      'information/write',
      'applications',
      'applications/write',
      'spot-checks',
      'spot-checks/findings',
      'coordination/contact-log',
      'assessment/history',
      'assessment/year',
    ],
  ],
  [LEADER, 'leader', ['home', 'inbox']],
  [
    LEAD,
    'lead',
    [
      'home',
      'work',
      'inbox',
      'me',
      'call-list',
      'people',
      'enter-for',
      'ledger',
      'information/updates',
      'information/bulletins',
      'applications',
      'applications/months',
      'spot-checks',
      'spot-checks/findings',
      'coordination/contacts',
      'assessment/review',
      'assessment/scores',
      'assessment/year',
    ],
  ],
];
const WAYS = [
  ['phone', 'light'],
  ['phone', 'dark'],
  ['desktop', 'light'],
  ['desktop', 'dark'],
] as const;

describe('every screen', () => {
  let server: DemoServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([DemoServer.start(), startBrowser()]);
    await server.demo('clock', { step: 'next' });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it.each(
    WAYS.flatMap((way) =>
      SCREENS.map(([account, name, pages]) => ({ size: way[0], scheme: way[1], account, name, pages })),
    ),
  )(
    'is free of accessibility faults, script errors and sideways scrolling for the $name: $size, $scheme',
    async ({ size, scheme, account, name, pages }) => {
      const { page, context, troubles } = await openWindow(browser, size, scheme);
      const faults: string[] = [];
      for (const each of pages) {
        await page.goto('about:blank');
        await page.goto(appAddress(server, account, each));
        await page.waitForLoadState('networkidle');
        await keepScreen(page, `${name}-${each.replace('/', '-')}-${size}-${scheme}`);
        const width = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
        if (width > 0) faults.push(`${each}: scrolls sideways by ${String(width)} px`);
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${each}: ${fault}`));
      }
      await context.close();
      expect([...faults, ...troubles]).toEqual([]);
    },
    60_000,
  );

  it('has a demo page free of accessibility faults', async () => {
    const { page, context } = await openWindow(browser, 'desktop');
    await page.goto(server.address);
    await page.waitForLoadState('networkidle');
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  }, 60_000);
});
