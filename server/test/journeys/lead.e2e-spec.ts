import type { Browser, Page } from 'playwright-core';
import { keepScreen, openWindow, startBrowser } from './browser';
import { DemoServer } from './demo-server';
import { appAddress, LEAD } from './people';

/** The lead unit’s evening at a desktop: who has not, the sentence for the chat, more time, an e-mail that came, a call. */
describe('the lead unit at a desktop', () => {
  let server: DemoServer;
  let browser: Browser;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    [server, browser] = await Promise.all([DemoServer.start(), startBrowser()]);
    ({ page, troubles } = await openWindow(browser, 'desktop'));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(appAddress(server, LEAD));
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  /** Opens what can be done about a unit. */
  const openUnit = (unit: string) =>
    page
      .getByLabel(new RegExp(`^${unit}，`))
      .first()
      .click();

  it('shows sums that add up, and those who have not reported first', async () => {
    await page.getByText('已报4家里').waitFor();
    await keepScreen(page, 'desktop-board');
    const words = (await page.locator('body').innerText()).replaceAll(/\s+/g, '');
    expect(words).toContain('20应报=4已报+15未报+1免报');
    expect(words.indexOf('北安市县（市、区）未报')).toBeLessThan(words.indexOf('爱辉区县（市、区）'));
  });

  it('copies one sentence for the chat group that names who is missing', async () => {
    await page.getByText('复制', { exact: true }).click();
    const sentence = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(sentence).toMatch(/^5月月报已报4家；未报15家：.*孙吴县.*；截止5月20日24时。$/);
  });

  it('reminds all who are missing with one tap, and nobody twice in an evening', async () => {
    await page.getByText('提醒这15家').click();
    await page.getByText(/15家的提醒正在发/).waitFor();
    await page.getByText('提醒这15家').click();
    await page.getByText(/15家刚提醒过/).waitFor();
  });

  it('gives one unit more time, with a reason that the unit reads', async () => {
    await openUnit('北安市');
    await page.getByText('宽限', { exact: true }).last().click();
    await keepScreen(page, 'desktop-extend');
    await page.getByLabel('宽限到这天24:00').fill('2022-05-25');
    await page.getByRole('textbox', { name: '原因' }).fill('防汛期间，经专班同意。');
    await page.getByText('宽限这一家').click();
    await page.getByText('已宽限').first().waitFor();
  });

  it('lets one unit off, and counts it so', async () => {
    await openUnit('市教育局');
    await page.getByText('免报', { exact: true }).last().click();
    await page.getByRole('textbox', { name: '原因' }).fill('本月没有承担任务。');
    await page.getByText('这个月免报').click();
    await page.getByText('已免报').first().waitFor();
    await page.getByText('提醒这14家').waitFor();
  });

  it('enters for a unit what came by e-mail, with its true time of receipt, and says at once how it counts', async () => {
    await openUnit('孙吴县');
    await page.getByRole('dialog').getByText('代录纸质、邮件来件').click();
    await page.getByText('邮件', { exact: true }).click();
    await page.getByLabel('真实收到的日期').fill('2022-05-16');
    await page.getByLabel('时间', { exact: true }).fill('21:48');
    await page.getByRole('textbox', { name: '凭什么定这个时间' }).fill('信用工作股5月16日的邮件');
    await keepScreen(page, 'desktop-enter-for');
    await page.getByText('录入，算按时').click();
    await page.getByText('孙吴县5月月报已录，按时').waitFor();
    await keepScreen(page, 'desktop-entered');
  });

  it('lists with telephone who could not be reached, once the reminders have gone out', async () => {
    await server.demo('clock', { local: '2022-05-19T08:31' });
    await page.goto('about:blank');
    await page.goto(appAddress(server, LEAD, 'call-list'));
    await page.getByText('市财政局').first().waitFor();
    await keepScreen(page, 'desktop-call-list');
    expect(await page.locator('body').innerText()).toContain('13800000114'.slice(-4));
  });

  it('never went to another host and broke no script', () => {
    expect(troubles).toEqual([]);
  });
});
