import type { Page } from 'playwright-core';
import { eventually, keepScreen } from './browser';
import { LEAD, OFFICER } from './people';
import { Stage } from './stage';

const COUNTIES = ['爱辉区', '北安市', '五大连池市', '嫩江市', '逊克县', '孙吴县'];

/** A month of assessment in the order of Q17: 自评, 复核, 抽查, 定稿, 通报, and how it is read afterwards. */
describe('a month of assessment', () => {
  let stage: Stage;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ phone, desk } = stage);
    await stage.server.demo('clock', { local: '2022-05-23T10:00' });
  }, 180_000);

  afterAll(() => stage.close());

  const open = (page: Page, account: string, name: string): Promise<void> => stage.show(page, account, name);

  it('begins with the county’s sheet, which is there and is only confirmed (M1)', async () => {
    await open(phone, OFFICER, 'home');
    await phone.getByText('5月自查评分').first().click();
    await phone.getByText('核对无误，交').waitFor();
    await keepScreen(phone, 'phone-sheet');
    await phone.getByText('核对无误，交').click();
    await phone.getByText('撤回来改').waitFor();
  });

  it('is reviewed county by county, those from the records that handed in nothing', async () => {
    await stage.server.demo('clock', { local: '2022-05-24T09:00' });
    await open(desk, LEAD, 'assessment/review');
    for (const county of COUNTIES) {
      await desk.getByRole('tab', { name: county }).click();
      await desk.getByText('确认复核', { exact: true }).click();
      await desk.getByRole('tab', { name: `${county}，已复核` }).waitFor();
    }
    await keepScreen(desk, 'desktop-reviewed');
  }, 60_000);

  it('is agreed to by the county', async () => {
    const told = phone.getByText('5月考评复核好了');
    await eventually(async () => {
      await open(phone, OFFICER, 'inbox');
      await phone.getByRole('tab', { name: /^给我看/ }).click();
      return (await told.count()) > 0;
    });
    await told.click();
    await phone.getByText('没有异议', { exact: true }).click();
    await phone.getByRole('dialog').getByText('没有异议', { exact: true }).click();
    await phone.getByText('已商定').first().waitFor();
  });

  it('waits for the spot check, drawn before everybody’s eyes', async () => {
    await stage.server.demo('clock', { local: '2022-05-30T09:00' });
    await open(desk, LEAD, 'spot-checks');
    await desk.getByRole('button', { name: '揭示种子、摇号' }).click();
    await desk.getByRole('dialog').getByText('揭示种子、摇号', { exact: true }).click();
    await desk.getByText(/^抽中/).first().waitFor();
  });

  it('is made final for all counties at once, and told to all', async () => {
    await open(desk, LEAD, 'assessment/review');
    // On a slow machine the month arrives anew after the page stands, and takes an open dialog away.
    await desk.waitForLoadState('networkidle');
    await desk.getByText('6个县定稿').click();
    await desk.getByRole('dialog').getByText('定稿', { exact: true }).click();
    await desk.getByText('通报5月得分').click();
    await desk.getByRole('dialog').getByText('通报', { exact: true }).click();
    await desk.getByRole('tab', { name: '逊克县，已通报' }).waitFor();
  });

  it('stands beside the other counties’ months, in the official order, each number with its trace', async () => {
    await open(desk, LEAD, 'assessment/scores');
    await desk.getByLabel('爱辉区，看全年').waitFor();
    const names = await desk.getByRole('link', { name: /，看全年$/ }).allInnerTexts();
    expect(names).toEqual(COUNTIES);
    await desk.getByLabel(/^逊克县5月，/).click();
    await desk.getByText('定稿得分').waitFor();
    await desk.getByText('工作完成情况').click();
    await desk.getByText('附件2 二（一）1', { exact: true }).waitFor();
    await keepScreen(desk, 'desktop-scores');
  });

  it('is read by the county from its self-assessment to what was told', async () => {
    await open(phone, OFFICER, 'assessment/history');
    await phone.getByLabel(/^5月自评.*看来由$/).waitFor();
    await phone.getByLabel(/^5月折算后.*看来由$/).click();
    await phone.getByText('定稿得分').waitFor();
    await keepScreen(phone, 'phone-history-trace');
  });

  it('never went to another host and broke no script', () => {
    expect(stage.troubles).toEqual([]);
  });
});
