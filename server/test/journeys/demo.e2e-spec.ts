import type { Browser, FrameLocator, Page } from 'playwright-core';
import { keepScreen, openWindow, startBrowser } from './browser';
import { DemoServer } from './demo-server';
import { ReportForm } from './report-form';

/** The whole story on the demo page, step by step: each test goes on where the one before ended. */
describe('a month on the demo page', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  let officer: FrameLocator;
  let lead: FrameLocator;

  beforeAll(async () => {
    [server, browser] = await Promise.all([DemoServer.start(), startBrowser()]);
    ({ page, troubles } = await openWindow(browser, 'desktop'));
    officer = page.frameLocator('#officer-app');
    lead = page.frameLocator('#lead-app');
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it('shows the officer what is owed and the lead unit who has reported', async () => {
    await page.goto(server.address);
    await officer.getByText('还有2件事要办').waitFor();
    await lead.getByText('还有15家没报').waitFor();
    await keepScreen(page, 'demo-1-begin');
  });

  it('brings the reminder as a service notice when the clock goes to the next event', async () => {
    await page.getByRole('button', { name: '到下一件事' }).click();
    await page.locator('#time', { hasText: '5月17日 08:30' }).waitFor();
    const notice = page.locator('.notice', { hasText: '5月月报' }).last();
    await notice.waitFor();
    expect(await notice.innerText()).toContain('还剩3天');
    await keepScreen(page, 'demo-2-reminded');
  });

  it('leads from the notice into the mini program', async () => {
    await page.locator('.notice').last().getByText('进入小程序查看').click();
    await officer.getByText('5月月报').first().waitFor();
    await keepScreen(page, 'demo-3-notice');
  });

  it('lets the officer fill the rest and hand in, and gives a receipt', async () => {
    await page.evaluate("document.getElementById('officer-app').contentWindow.location.hash = '#/pages/home/index'");
    const form = new ReportForm(officer);
    await form.open();
    await form.fillRest();
    expect(await form.handIn()).toMatch(/^YB-202205-0006/);
    await keepScreen(page, 'demo-4-receipt');
  });

  it('asks through WeChat’s sheet whether to remind again, and keeps the answer', async () => {
    await officer.getByText('提醒我', { exact: true }).click();
    const sheet = page.getByRole('dialog', { name: '是否允许发送消息' });
    await sheet.waitFor();
    await keepScreen(page, 'demo-5-sheet');
    await sheet.getByRole('button', { name: '允许' }).click();
    await officer.getByText('记下了').waitFor();
  });

  it('counts this hand-in and another unit’s on the lead unit’s board an hour later', async () => {
    await page.getByRole('button', { name: '往后1小时' }).click();
    await lead.getByText('还有13家没报').waitFor();
    await keepScreen(page, 'demo-6-board');
  });

  it('never went to another host and broke no script', () => {
    expect(troubles).toEqual([]);
  });
});
