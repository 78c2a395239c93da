import type { Browser, Page } from 'playwright-core';
import { keepScreen, openWindow, startBrowser } from './browser';
import { DemoServer } from './demo-server';
import { appAddress, OFFICER } from './people';
import { ReportForm } from './report-form';

const TYPED = '在6个小区张贴办事指南。';

/** What goes wrong on a phone: a program that is closed while typing, no network, another device, the last minute. */
describe('an officer’s bad days', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let form: ReportForm;

  beforeAll(async () => {
    [server, browser] = await Promise.all([DemoServer.start(), startBrowser()]);
    ({ page } = await openWindow(browser, 'phone'));
    form = new ReportForm(page);
    await page.goto(appAddress(server, OFFICER));
    await form.open();
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Closes the program without warning and opens it again. */
  const reopen = async (): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(appAddress(server, OFFICER));
    await form.open();
  };

  it('keeps what was typed when the program is closed a second later without a network', async () => {
    await form.section('（十）');
    await form.words('写第1条工作').click();
    await page.context().setOffline(true);
    await form.field('具体工作内容').fill(TYPED);
    await page.getByText('还没到服务器').first().waitFor();
    await keepScreen(page, 'phone-offline');
    await page.context().setOffline(false);
    await reopen();
    await form.section('（十）');
    expect(await form.field('具体工作内容').inputValue()).toBe(TYPED);
  });

  it('brings it to the server when the network is back', async () => {
    await page.getByText('已保存到手机和服务器').first().waitFor();
  });

  it('says what happened when there is no network at hand-in, keeps everything, and hands in at the next try', async () => {
    await form.field('标题').fill('宣传营商环境政策');
    for (const heading of ['（七）', '（八）', '（九）']) await form.declareNone(heading, '按年度计划安排在下半年。');
    await form.section('二、');
    await form.words('写第1个问题').click();
    await form.field('存在的问题').fill('无。');
    await form.section('三、');
    await form.words('写第1项计划').click();
    await form.field('下月工作计划').fill('组织一次信用修复集中办理。');
    await form.section('落款');
    await form.field('落款人').fill('逊克县专班');
    await page.context().setOffline(true);
    await page.locator('#check-and-submit').click();
    await page.getByText('这次没交上').waitFor();
    await keepScreen(page, 'phone-hand-in-failed');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '再交一次' }).click();
    await page
      .getByText(/^YB-202205-0006/)
      .first()
      .waitFor();
  });

  it('lets the officer take the report back before it is due; then it is owed again', async () => {
    await page.getByText('查看月报').click();
    await page.getByText('撤回修改', { exact: true }).filter({ visible: true }).click();
    await page.getByRole('dialog').getByText('撤回', { exact: true }).click();
    await page.goto('about:blank');
    await page.goto(appAddress(server, OFFICER));
    await page.getByText('还有2件事要办').waitFor();
  });

  it('shows both texts when the same place was edited on two devices, and loses neither', async () => {
    const second = await openWindow(browser, 'desktop');
    const desk = new ReportForm(second.page);
    await form.open();
    await second.page.goto(appAddress(server, OFFICER));
    await desk.open();
    await form.section('（一）');
    await desk.section('（一）');
    await page.context().setOffline(true);
    await form.field('工作成果').fill('手机上写的成果。');
    await desk.field('工作成果').fill('电脑上写的成果。');
    await second.page.getByText('正在保存').waitFor();
    await second.page.getByText('已保存到电脑和服务器').waitFor();
    await page.context().setOffline(false);
    await page.getByText('另一台设备改过，看看不同').first().click({ timeout: 20_000 });
    await page.getByText('有1处两份不同，请选').waitFor();
    const words = await page.locator('body').innerText();
    await keepScreen(page, 'phone-conflict');
    expect(words).toContain('手机上写的成果');
    expect(words).toContain('电脑上写的成果');
    await second.context.close();
  }, 60_000);

  it('counts a hand-in after the 20th as late and says so before', async () => {
    await server.demo('clock', { local: '2022-05-21T09:00' });
    await page.goto('about:blank');
    await page.goto(appAddress(server, OFFICER));
    await page.getByText('超期').first().waitFor();
    await keepScreen(page, 'phone-home-late');
  });
});
