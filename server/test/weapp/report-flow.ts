import type { DemoServer } from '../journeys/demo-server';
import { WEAPP_FOLDER } from './weapp-build';
import type { WeappPage } from './weapp-page';
import { WeappPhone } from './weapp-phone';

/** What a walk through the real build came to. */
export interface FlowResult {
  /** The words of the receipt. */
  readonly receipt: string;
  /** The largest single `setData` of every page until it first stood still, in bytes. */
  readonly firstPaints: Readonly<Record<string, number>>;
  /** The largest `setData` that any keystroke caused, in bytes. */
  readonly keystroke: number;
  /** What the program complained about on its console. */
  readonly complaints: readonly string[];
}

/** An officer whom the lead unit has listed, and whose WeChat is not bound yet. */
const ACCOUNT = 'heihe-2022/7/liaison';
const HEADINGS = ['（二）', '（三）', '（四）', '（五）', '（六）', '（七）', '（八）', '（九）', '（十）'];
const PROBLEM = '个别商户对信用修复流程不熟悉。';
const PLAN = '组织一次信用修复集中办理。';
const WORK = '逐条核对近三年的招商承诺，分成已兑现、在兑现、有困难三类。';

/** Signs in by telephone number, binds, fills the month's report and hands it in, all on the build for WeChat. */
export async function walkReport(server: DemoServer): Promise<FlowResult> {
  const codes = await Promise.all([1, 2, 3].map(() => server.demo('login-code', { account: ACCOUNT })));
  const phone = new WeappPhone(WEAPP_FOLDER, {
    server: server.address,
    loginCode: () => String(codes.pop()?.['code']),
    answerSubscription: (ids) => Object.fromEntries(ids.map((id) => [id, 'accept'])),
  });
  try {
    return await new Walk(server, phone).toReceipt();
  } finally {
    phone.close();
  }
}

class Walk {
  private readonly firstPaints: Record<string, number> = {};
  private keystroke = 0;

  constructor(
    private readonly server: DemoServer,
    private readonly phone: WeappPhone,
  ) {}

  async toReceipt(): Promise<FlowResult> {
    await this.signIn();
    await this.fill();
    this.phone.page.tap('#check-and-submit');
    const page = await this.arriveAt('回执号');
    return {
      receipt: page.text(),
      firstPaints: this.firstPaints,
      keystroke: this.keystroke,
      complaints: this.phone.complaints,
    };
  }

  private async signIn(): Promise<void> {
    this.phone.launch('pages/home/index');
    (await this.arriveAt('用微信手机号登录')).tap('.tick');
    await this.phone.settle();
    const { code } = await this.server.demo('phone-code', { account: ACCOUNT });
    this.phone.page.report('用微信手机号登录', 'getphonenumber', { code });
    (await this.arriveAt('是，绑定')).tap('是，绑定');
    (await this.arriveAt('填月报')).tap('#open-first');
    await this.arriveAt('检查并交');
  }

  private async fill(): Promise<void> {
    await this.tap('（一）', '写第1条工作');
    await this.tap('写第1条工作', '工作成果');
    await this.type('标题', '排查政府承诺事项');
    await this.type('具体工作内容', WORK);
    await this.type('工作成果', '排查承诺62项。');
    for (const heading of HEADINGS) {
      await this.tap(heading, '写第1条工作');
      await this.tap('本月无此项任务', '改填工作');
      await this.type('原因', '按年度计划安排在下半年。');
    }
    await this.tap('二、存在的问题', '写第1个问题');
    await this.tap('写第1个问题', '再加一个问题');
    await this.type('存在的问题', PROBLEM);
    await this.tap('三、下月工作计划', '写第1项计划');
    await this.tap('写第1项计划', '再加一项计划');
    await this.type('下月工作计划', PLAN);
    await this.tap('落款', '落款人');
    await this.type('落款人', '孙吴县专班');
  }

  private async tap(target: string, then: string): Promise<void> {
    this.phone.page.tap(target);
    await this.phone.waitFor(then);
  }

  /** Types a value stroke by stroke, three characters at a time, and keeps the largest `setData` that came of one. */
  private async type(label: string, value: string): Promise<void> {
    const { page } = this.phone;
    const field = page.field(label);
    for (let end = 3; end < value.length + 3; end += 3) {
      const before = page.patches.length;
      page.type(field, value.slice(0, end));
      await this.phone.settle(30);
      this.keystroke = Math.max(this.keystroke, ...page.patches.slice(before));
    }
    page.leave(field, value);
  }

  private async arriveAt(words: string): Promise<WeappPage> {
    const page = await this.phone.waitFor(words);
    await this.phone.settle();
    this.firstPaints[page.route] ??= Math.max(...page.patches);
    return page;
  }
}
