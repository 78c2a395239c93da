import { CONTACT_UNIT_KINDS, type ContactChannel } from '@jiannuo/shared/coordination';
import { atBeijing, type Instant } from '@jiannuo/shared/kernel';
import { HEIHE_2022 } from '@jiannuo/shared/samples';

/** A contact of the sample lead unit (art. 4), noted when it was. */
export interface ContactAct {
  readonly at: Instant;
  readonly kind: 'contact';
  /** The lead unit's own number: it is the one that acts. */
  readonly unitNumber: number;
  readonly withUnits: readonly number[];
  readonly channel: ContactChannel;
  readonly subject: string;
  readonly result: string;
}

const LEAD = 1;
const ALL = HEIHE_2022.units.filter(({ kind }) => CONTACT_UNIT_KINDS.includes(kind)).map(({ number }) => number);
/** Who did not come to the meeting of April; with one of them nobody talked at all, so that April has its gap. */
const ABSENT = [12, 17, 21];

const contact = (
  when: readonly [day: string, time: string],
  withUnits: readonly number[],
  [channel, subject, result]: readonly [ContactChannel, string, string],
): ContactAct => ({
  at: atBeijing(when[0], when[1]),
  kind: 'contact',
  unitNumber: LEAD,
  withUnits,
  channel,
  subject,
  result,
});

/** April: a meeting with nearly everybody and some calls. May until the beginning of the demo: eight units so far. */
export const SAMPLE_CONTACTS: readonly ContactAct[] = [
  contact(['2022-04-19', '10:20'], [7], ['phone', '月报怎么报', '联络员还没绑定微信，4月先发邮件，由我们代录。']),
  contact(
    ['2022-04-26', '09:30'],
    ALL.filter((number) => !ABSENT.includes(number)),
    ['meeting', '4月调度会商会议', '听取各家进展，5月起按十项任务逐条报。'],
  ),
  contact(['2022-04-28', '15:40'], [12], ['visit', '补讲会议内容，核对任务清单', '承担任务（一）（二），已对清。']),
  contact(['2022-04-29', '16:10'], [21], ['wechat', '月报表样和报送办法', '已转给联络员，5月由他报。']),
  contact(['2022-05-06', '09:40'], [4, 6], ['phone', '“码上诚信”赋码进度', '两地都在21%到23%之间，6月进乡镇。']),
  contact(['2022-05-10', '10:05'], [8], ['phone', '整体搬迁期间怎么报', '5月免报，6月照常。']),
  contact(
    ['2022-05-11', '14:30'],
    [3],
    ['visit', '看政务服务大厅践诺公示', '公示屏已上线，合同履约台账缺3份，月底前补。'],
  ),
  contact(['2022-05-12', '16:20'], [10, 20], ['meeting', '“信易贷”银企对接', '市发改委牵头，请2家银行6月对接。']),
  contact(['2022-05-13', '11:00'], [14], ['wechat', '月报里新增数没写', '16日前补写。']),
  contact(['2022-05-16', '09:50'], [5], ['phone', '月报退回的一处', '请写明本月新增多少，18日前改好。']),
  contact(['2022-05-16', '15:15'], [2], ['phone', '诚信“七进”活动安排', '']),
];
