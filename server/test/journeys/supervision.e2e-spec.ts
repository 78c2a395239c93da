import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults, eventually, keepScreen } from './browser';
import { CHECKER, LEAD, OFFICER } from './people';
import { Stage } from './stage';

const TITLE = '“码上诚信”赋码进度滞后';

/** The first place on the open page where these words stand; pages below it are still there, unseen. */
function seen(page: Page, words: string): Locator {
  return page.getByText(words).locator('visible=true').first();
}

/** A 督办单 from its draft to 办结: two officers of the lead unit at a desktop, the county on a phone. */
describe('a supervision order and its ticket', () => {
  let stage: Stage;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ phone, desk } = stage);
  }, 180_000);

  afterAll(() => stage.close());

  const open = (page: Page, account: string, name: string): Promise<void> => stage.show(page, account, name);
  const openNotice = async (account: string): Promise<void> => {
    await open(desk, account, 'supervision/notices');
    await desk.getByText(TITLE).first().click();
  };
  const openTicket = async (page: Page, account: string): Promise<void> => {
    await open(page, account, 'supervision/tickets');
    await page.getByText(TITLE).first().click();
    await page.getByText('办理过程').waitFor();
  };

  it('is drafted for a county and sent to be checked', async () => {
    await open(desk, LEAD, 'supervision/notices');
    await desk.getByText('新建通知').click();
    await desk.getByText('督办单', { exact: true }).click();
    await desk.getByRole('textbox', { name: '事项' }).fill(TITLE);
    await desk.getByRole('radio', { name: '延迟完成' }).click();
    await desk.getByRole('textbox', { name: '事实' }).fill('到5月15日累计占比20.11%。');
    await desk.getByRole('textbox', { name: '要求' }).fill('查明原因，5月底前达到23.5%。');
    await desk.getByLabel('反馈时限').fill('2022-05-31');
    await desk.getByRole('checkbox', { name: '逊克县' }).click();
    await keepScreen(desk, 'desktop-notice-written');
    expect(await accessibilityFaults(desk)).toEqual([]);
    await desk.getByText('送核对', { exact: true }).click();
    await seen(desk, '请另一位经办人核对').waitFor();
  });

  it('is checked by a second officer, who looks once more and issues it', async () => {
    await openNotice(CHECKER);
    await desk.getByText('核对无误', { exact: true }).click();
    await desk.getByRole('button', { name: '签发', exact: true }).first().click();
    await desk.getByText('签发前看一眼').waitFor();
    expect(await desk.getByText('督办单〔2022〕1号').count()).toBeGreaterThan(0);
    await keepScreen(desk, 'desktop-notice-look');
    await desk.getByRole('dialog').getByText('签发', { exact: true }).click();
    await seen(desk, '待签收').waitFor();
    await keepScreen(desk, 'desktop-notice-issued');
  });

  it('reaches the county’s list of what is to be done, is signed for and handed over', async () => {
    const told = phone.getByText('督办单〔2022〕1号');
    await eventually(async () => {
      await open(phone, OFFICER, 'inbox');
      await phone.getByText(/^要我办/).waitFor();
      return (await told.count()) > 0;
    });
    await openTicket(phone, OFFICER);
    await phone.getByText('签收', { exact: true }).last().click();
    await phone.getByText('写反馈', { exact: true }).waitFor();
    await phone.getByText('更多', { exact: true }).click();
    await phone.getByText('转办', { exact: true }).click();
    await phone.getByRole('textbox', { name: '转给谁办' }).fill('信用工作股王股长');
    await phone.getByRole('dialog').getByText('转办', { exact: true }).last().click();
    await seen(phone, '信用工作股王股长办').waitFor();
    await keepScreen(phone, 'phone-ticket');
    expect(await accessibilityFaults(phone)).toEqual([]);
  });

  it('is answered with evidence, sent back with a reason, and answered again', async () => {
    await phone.getByText('写反馈', { exact: true }).click();
    await phone.getByRole('textbox', { name: '办理情况' }).fill('已查明原因，新增赋码328户。');
    await phone.getByText('加一份佐证').click();
    await phone.getByRole('textbox', { name: /名称/ }).fill('赋码进度表');
    await phone.getByRole('dialog').getByText('加上', { exact: true }).click();
    await keepScreen(phone, 'phone-answer');
    await phone.getByText('交反馈', { exact: true }).click();
    await seen(phone, '待复核').waitFor();
    await keepScreen(phone, 'phone-ticket-answered');

    await openNotice(LEAD);
    await desk.getByText('逊克县', { exact: true }).last().click();
    await seen(desk, '赋码进度表').waitFor();
    await keepScreen(desk, 'desktop-ticket-answered');
    await desk.getByText('更多', { exact: true }).last().click();
    await desk.getByText('退回修改', { exact: true }).click();
    await desk.getByRole('textbox', { name: '退回理由' }).fill('没有附台账');
    await desk.getByRole('dialog').getByText('退回修改', { exact: true }).last().click();
    await seen(desk, '没有附台账').waitFor();

    await openTicket(phone, OFFICER);
    await seen(phone, '没有附台账').waitFor();
    await keepScreen(phone, 'phone-ticket-returned');
    await phone.getByText('写反馈', { exact: true }).click();
    const answer = phone.getByRole('textbox', { name: '办理情况' });
    expect(await answer.inputValue()).toBe('已查明原因，新增赋码328户。');
    await seen(phone, '没有附台账').waitFor();
    await keepScreen(phone, 'phone-answer-again');
    expect(await accessibilityFaults(phone)).toEqual([]);
    await answer.fill('已补台账。');
    await phone.getByText('交反馈', { exact: true }).click();
    await seen(phone, '反馈（第2次）').waitFor();
  });

  it('is finished by the lead unit, and says so to both', async () => {
    await openNotice(LEAD);
    await desk.getByText('逊克县', { exact: true }).last().click();
    await desk.getByText('办结', { exact: true }).last().click();
    await desk.getByRole('dialog').getByText('办结', { exact: true }).last().click();
    await seen(desk, '已补台账。').waitFor();
    await keepScreen(desk, 'desktop-ticket-finished');
    await openTicket(phone, OFFICER);
    await seen(phone, '办结').waitFor();
    await keepScreen(phone, 'phone-ticket-finished');
  });

  it('never went to another host and broke no script', () => {
    expect(stage.troubles).toEqual([]);
  });
});
