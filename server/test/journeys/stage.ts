import type { Browser, Page } from 'playwright-core';
import { openWindow, startBrowser } from './browser';
import { DemoServer } from './demo-server';
import { appAddress } from './people';

type Window = Awaited<ReturnType<typeof openWindow>>;

/** One demo server, and before it an officer's phone and the lead unit's desktop with nothing stored. */
export class Stage {
  readonly phone: Page;
  readonly desk: Page;

  private constructor(
    readonly server: DemoServer,
    private readonly browser: Browser,
    private readonly windows: readonly [phone: Window, desk: Window],
  ) {
    [this.phone, this.desk] = [windows[0].page, windows[1].page];
  }

  /** Starts all of it. */
  static async open(): Promise<Stage> {
    const [server, browser] = await Promise.all([DemoServer.start(), startBrowser()]);
    return new Stage(server, browser, [await openWindow(browser, 'phone'), await openWindow(browser, 'desktop')]);
  }

  /** What went wrong in either window so far, unseen by the person before it. */
  get troubles(): readonly string[] {
    return this.windows.flatMap(({ troubles }) => troubles);
  }

  /** Opens a page afresh, as somebody who comes to it by its address. */
  async show(page: Page, account: string, name: string): Promise<void> {
    await page.goto('about:blank');
    await page.goto(appAddress(this.server, account, name));
  }

  /** Ends all of it. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}
