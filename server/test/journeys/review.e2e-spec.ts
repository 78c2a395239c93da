import type { Page } from 'playwright-core';
import { eventually, keepScreen } from './browser';
import { appAddress, LEAD, OFFICER } from './people';
import { ReportForm } from './report-form';
import { Stage } from './stage';

const REMARK = '请写明本月新增多少。';

/** From hand-in over a return to acceptance: the officer on a phone, the lead unit at a desktop. */
describe('sending back and handing in again', () => {
  let stage: Stage;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ phone, desk } = stage);
  }, 120_000);

  afterAll(() => stage.close());

  it('receives the report of the officer', async () => {
    await phone.goto(appAddress(stage.server, OFFICER));
    const form = new ReportForm(phone);
    await form.open();
    await form.fillRest();
    await keepScreen(phone, 'phone-report-filled');
    expect(await form.handIn()).toContain('YB-202205-0006');
    await keepScreen(phone, 'phone-receipt');
  });

  it('lets the lead unit write a remark at the line concerned and send the report back', async () => {
    await desk.goto(appAddress(stage.server, LEAD, 'work'));
    await desk.getByText('逊克县').first().click();
    await desk.getByText('逊克县　5月月报').waitFor();
    await keepScreen(desk, 'desktop-review');
    await desk
      .getByLabel(/第1条.*写意见$/)
      .first()
      .click();
    await desk.getByRole('textbox', { name: '要改什么' }).fill(REMARK);
    await desk.getByText('写好了').click();
    await desk.getByText('退回（1处）').first().click();
    await keepScreen(desk, 'desktop-review-return');
    await desk.getByRole('dialog').getByText('退回（1处）').click();
    await desk.getByText('已退回').first().waitFor();
  });

  it('tells the officer at once, in WeChat and in the list', async () => {
    const latest = async (): Promise<string | undefined> => {
      const { messages } = (await stage.server.demo(`messages?account=${OFFICER}`)) as {
        messages: { title: string }[];
      };
      return messages.at(-1)?.title;
    };
    await eventually(async () => (await latest()) === '审核结果通知');
    await phone.goto('about:blank');
    await phone.goto(appAddress(stage.server, OFFICER));
    await phone.getByText('退回').first().waitFor();
    await keepScreen(phone, 'phone-home-returned');
  });

  it('shows the remark at its line, locks the rest, and takes the corrected report', async () => {
    await phone.locator('#open-first').click();
    await phone.getByText(REMARK).first().waitFor();
    await keepScreen(phone, 'phone-returned');
    const field = phone.getByRole('textbox').last();
    await field.fill(`${await field.inputValue()}比上月多5项。`);
    await phone.getByText('再交', { exact: true }).click();
    await phone
      .getByText(/^YB-202205-0006/)
      .first()
      .waitFor();
    await keepScreen(phone, 'phone-receipt-second');
  });

  it('shows the lead unit what changed, and lets it accept', async () => {
    await desk.goto('about:blank');
    await desk.goto(appAddress(stage.server, LEAD, 'work'));
    await desk.getByText('逊克县').first().click();
    await desk.getByText('看改了什么').click();
    await desk.getByText('改了1处').first().waitFor();
    await keepScreen(desk, 'desktop-review-changes');
    await desk.getByText('收下', { exact: true }).click();
    await desk.getByText('已收下').first().waitFor();
  });

  it('never went to another host and broke no script', () => {
    expect(stage.troubles).toEqual([]);
  });
});
