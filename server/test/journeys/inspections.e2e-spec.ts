import type { Page } from 'playwright-core';
import { accessibilityFaults, eventually, keepScreen } from './browser';
import { LEAD, OFFICER } from './people';
import { Stage } from './stage';

const TITLE = '窗口承诺公示暗访';

/** An unannounced inspection (art. 11), from its plan to its end, at a desk and on a phone. */
describe('an unannounced inspection', () => {
  let stage: Stage;
  let phone: Page;
  let desk: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    ({ phone, desk } = stage);
  }, 180_000);

  afterAll(() => stage.close());

  const open = (page: Page, account: string, name: string): Promise<void> => stage.show(page, account, name);
  const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const confirm = (page: Page, verb: string): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name: verb, exact: true }).click();

  it('is planned by the lead unit, and says that nobody else sees it', async () => {
    await open(desk, LEAD, 'inspections/list');
    await desk.getByText('还没有督导检查').waitFor();
    await open(desk, LEAD, 'inspections/write');
    await desk.getByText('暗访督导', { exact: true }).click();
    await desk.getByLabel('事项', { exact: true }).fill(TITLE);
    await desk.getByLabel('督导内容', { exact: true }).fill('看窗口是否公示承诺、限时办结。');
    await desk.getByLabel('从哪天', { exact: true }).fill('2022-05-20');
    await desk.getByRole('checkbox', { name: '逊克县', exact: true }).click();
    await keepScreen(desk, 'desktop-inspection-plan');
    expect(await accessibilityFaults(desk)).toEqual([]);
    await press(desk, '存计划');
    await desk.getByText('暗访，反馈前只有督导人员知道，不得转发').waitFor();
    await press(desk, '开始督导');
    await confirm(desk, '开始督导');
    await desk.getByText('督导中', { exact: true }).first().waitFor();
  });

  it('is held without the county’s knowing of it', async () => {
    await press(desk, '记一个问题');
    await desk.getByLabel('事实', { exact: true }).fill('5月17日上午，两个窗口没有公示承诺事项和办结时限。');
    await desk.getByLabel('整改要求，不用整改就不填', { exact: true }).fill('补上公示，报整改情况。');
    await keepScreen(desk, 'desktop-inspection-note');
    await press(desk, '记下');
    await desk.getByText('发现的问题，1个').waitFor();
    await open(phone, OFFICER, 'inspections/received');
    await phone.getByText('没有督导检查').waitFor();
    await press(desk, '更多');
    await desk.getByText('汇总问题', { exact: true }).click();
    await press(desk, '反馈给单位');
    await confirm(desk, '反馈给单位');
    await desk.getByText('整改中', { exact: true }).first().waitFor();
    await keepScreen(desk, 'desktop-inspection-released');
    expect(await accessibilityFaults(desk)).toEqual([]);
  });

  it('comes to the county with its release, and what is to be put right is among what it owes', async () => {
    const told = phone.getByText('暗访督导有1个问题要整改');
    await eventually(async () => {
      await open(phone, OFFICER, 'inbox');
      await phone.getByText(/^要我办/).waitFor();
      return (await told.count()) > 0;
    });
    await told.click();
    await phone.getByText('发现的问题，1个').waitFor();
    await keepScreen(phone, 'phone-inspected');
    await phone.getByText('5月17日上午，两个窗口').last().click();
    await phone.getByText('整改要求').waitFor();
    await keepScreen(phone, 'phone-finding');
    expect(await accessibilityFaults(phone)).toEqual([]);
    await press(phone, '写整改情况');
    await phone.getByLabel('整改情况', { exact: true }).fill('两个窗口当天补上公示，每周查一次。');
    await keepScreen(phone, 'phone-finding-answer');
    await press(phone, '交整改情况');
    await phone.getByText('待核查', { exact: true }).last().waitFor();
  });

  it('is checked, accepted and closed', async () => {
    await open(desk, LEAD, 'inspections/list');
    await desk.getByText('1个等您核查').first().waitFor();
    await desk.getByText('5月17日上午，两个窗口').last().click();
    await desk.getByText('两个窗口当天补上公示').waitFor();
    await keepScreen(desk, 'desktop-finding');
    await press(desk, '认可');
    await confirm(desk, '认可');
    await desk.getByText('整改完成', { exact: true }).last().waitFor();
    await open(desk, LEAD, 'inspections/list');
    await press(desk, '办结');
    await desk.getByText('办结', { exact: true }).first().waitFor();
    await open(phone, OFFICER, 'inspections/received');
    await phone.getByText('办完了').waitFor();
    await keepScreen(phone, 'phone-inspections');
    expect(stage.troubles).toEqual([]);
  });
});
