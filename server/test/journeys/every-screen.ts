import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accessibilityFaults, keepScreen, openWindow, startBrowser, type SIZES } from './browser';
import { DemoServer } from './demo-server';
import { appAddress, LEAD, LEADER, OFFICER } from './people';

/** Every screen that opens without a record, by who sees it. */
const SCREENS: readonly [name: string, account: string, pages: readonly string[]][] = [
  [
    'the officer',
    OFFICER,
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
  ['the leader', LEADER, ['home', 'inbox']],
  [
    'the lead',
    LEAD,
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
const SCHEMES = ['light', 'dark'] as const;

/** Opens each of them in one size of window, in light and in dark; sizes are files of their own, so that they run side by side. */
export function describeEveryScreen(size: keyof typeof SIZES): void {
  describe(`every screen on a ${size}`, () => {
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

    describe.each(SCREENS)('as %s sees it', (name, account, pages) => {
      let page: Page;
      let context: BrowserContext;
      let troubles: string[];

      beforeAll(async () => {
        ({ page, context, troubles } = await openWindow(browser, size));
      });
      afterAll(() => context.close());

      it.each(pages)(
        'is free of accessibility faults, script errors and sideways scrolling: %s',
        async (each) => {
          const faults: string[] = [];
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto('about:blank');
          await page.goto(appAddress(server, account, each));
          await page.waitForLoadState('networkidle');
          const width = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
          if (width > 0) faults.push(`scrolls sideways by ${String(width)} px`);
          for (const colorScheme of SCHEMES) {
            await page.emulateMedia({ colorScheme });
            await keepScreen(page, `${name.replace('the ', '')}-${each.replace('/', '-')}-${size}-${colorScheme}`);
            faults.push(...(await accessibilityFaults(page)).map((fault) => `${colorScheme}: ${fault}`));
          }
          expect([...faults, ...troubles.splice(0)]).toEqual([]);
        },
        60_000,
      );
    });

    it('has a demo page free of accessibility faults', async () => {
      const { page, context } = await openWindow(browser, size);
      await page.goto(server.address);
      await page.waitForLoadState('networkidle');
      expect(await accessibilityFaults(page)).toEqual([]);
      await context.close();
    }, 60_000);
  });
}
