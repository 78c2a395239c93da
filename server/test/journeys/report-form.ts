import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The headings that the sample draft of the demo has left open. */
const OPEN_HEADINGS = ['（七）', '（八）', '（九）', '（十）'];

/** The report form as an officer uses it, in a window or in the phone of the demo page. */
export class ReportForm {
  constructor(private readonly place: Page | FrameLocator) {}

  /** Opens the month's report from the first page. */
  async open(): Promise<void> {
    await this.place.locator('#open-first').click();
    await this.place.locator('#check-and-submit').waitFor();
  }

  /** Opens one section; the one before closes on a phone. */
  async section(title: string): Promise<void> {
    await this.words(title).click();
  }

  /** Declares that there is nothing this month, with a reason. */
  async declareNone(heading: string, reason: string): Promise<void> {
    await this.section(heading);
    await this.words('本月无此项任务').click();
    await this.field('原因').fill(reason);
  }

  /** Fills what the sample draft has left open. */
  async fillRest(): Promise<void> {
    for (const heading of OPEN_HEADINGS) await this.declareNone(heading, '按年度计划安排在下半年。');
    await this.section('二、');
    await this.words('写第1个问题').click();
    await this.field('存在的问题').fill('个别商户对信用修复流程不熟悉。');
    await this.section('三、');
    await this.words('写第1项计划').click();
    await this.field('下月工作计划').fill('组织一次信用修复集中办理。');
    await this.section('落款');
    await this.field('落款人').fill('逊克县专班');
  }

  /** Checks and hands in, up to the receipt; answers its number. */
  async handIn(): Promise<string> {
    await this.place.locator('#check-and-submit').click();
    const number = this.place.getByText(/^YB-\d{6}-\d{4}/).first();
    await number.waitFor();
    return number.innerText();
  }

  /** The last field with this name. */
  field(name: string): Locator {
    return this.place.getByRole('textbox', { name, exact: true }).last();
  }

  words(text: string): Locator {
    return this.place.getByText(text, { exact: false }).first();
  }
}
