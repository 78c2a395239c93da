import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import type { Heading, HeadingContent, ReportContent, ReportForm } from '@jiannuo/shared/reporting';

/** Invented work for each of the ten headings: title, what was done, what came of it. */
const WORK: readonly (readonly [string, string, string])[] = [
  [
    '排查政府承诺事项',
    '逐条核对近三年的招商承诺和会议纪要，分成已兑现、在兑现、有困难三类，落实到科室。',
    '排查承诺62项，其中有困难的3项已定办结时间。',
  ],
  ['公示履约情况', '在门户网站和服务大厅公示本月到期的合同与承诺，公布投诉电话。', '公示27项，收到咨询4件，全部答复。'],
  ['诚信教育进学校', '到两所学校讲信用知识，请信用示范商户讲经历。', '听课420人，发放手册400份。'],
  ['更新公共信用评价', '按新口径重算辖区企业的综合评价，把评价为差的名单推给行业部门。', '重算3120户，推送提示41条。'],
  ['帮助企业修复信用', '电话告知可以修复的企业，一次说清材料，陪同网上申请。', '告知58户，完成修复33户。'],
  ['补齐归集数据', '对照目录查漏，逐个部门确认字段和报送频率。', '补报许可和处罚数据1260条，合格率99.2%。'],
  ['核对惩戒措施清单', '与清单逐项比对在用措施，停用没有依据的措施。', '停用1项，修改告知文书2份。'],
  ['推广赋码', '在办照窗口和年报提醒短信里加入赋码说明，工作人员上门帮助商户。', '本月新增赋码214户。'],
  ['银企对接', '会同银行走访有贷款需求的小微企业，现场核验信用报告。', '走访16户，放款9笔共1180万元。'],
  ['宣传营商环境政策', '在车站、广场和公众号宣传惠企政策，整理办事指南。', '发布信息12条，现场解答230人次。'],
];

const NONE_REASONS = ['本单位不承担此项任务。', '按年度计划安排在下半年进行。'] as const;
const PROBLEMS = ['个别商户对信用修复流程不熟悉，材料反复补正。', '部门之间数据口径不一致，核对用时较长。'] as const;
const PLANS = ['完成剩余承诺事项的核对，列出办结时间表。', '组织一次信用修复集中办理。'] as const;

/** Whose report is wanted, and how far it is filled in. */
export interface SampleReport {
  readonly form: ReportForm;
  readonly period: Period;
  readonly unitNumber: number;
  readonly unitName: string;
  readonly isCounty: boolean;
  /** Headings that are filled in; all when left out. Problems, plans and sign-off belong to a whole report only. */
  readonly filled?: number;
}

/** A plausible, invented report; the same unit and month always give the same one. */
export function sampleContent(report: SampleReport): ReportContent {
  const { form, period, unitNumber, unitName } = report;
  const filled = report.filled ?? form.headings.length;
  const isWhole = filled >= form.headings.length;
  return {
    headings: form.headings.map((heading, index) => (index < filled ? worked(report, heading) : empty(heading))),
    problems: isWhole ? [{ id: 'p1', text: pick(PROBLEMS, unitNumber) }] : [],
    plans: isWhole ? PLANS.map((text, index) => ({ id: `n${String(index + 1)}`, text })) : [],
    signOff: { signer: isWhole ? unitName : '', date: isWhole ? `${period}-10` : '', sealAttachmentId: null },
  };
}

function worked(report: SampleReport, heading: Heading): HeadingContent {
  const isOurs = report.isCounty || (heading.ordinal + report.unitNumber) % 3 !== 0;
  const target = targetOf(report, heading);
  if (!isOurs && heading.mayDeclareNone && target === null) {
    return { id: heading.id, items: [], noneReason: pick(NONE_REASONS, report.unitNumber), target };
  }
  const [title, work, result] = WORK[heading.ordinal - 1] ?? [heading.shortTitle, heading.title, '按计划推进。'];
  const evidence = [
    {
      id: 'e1',
      title: `关于${heading.shortTitle}工作的${formatPeriod(report.period)}情况`,
      kind: 'document' as const,
      attachmentId: null,
    },
  ];
  return { id: heading.id, items: [{ id: 'w1', title, work, result, evidence }], noneReason: null, target };
}

function targetOf({ period, unitNumber }: SampleReport, heading: Heading): HeadingContent['target'] {
  if (heading.target === null) return null;
  const month = Number(period.slice(5));
  const total = 9000 + unitNumber * 310;
  const share = 0.17 + 0.012 * month + 0.002 * unitNumber;
  return { numerator: String(Math.round(total * share)), denominator: String(total), asOf: `${period}-10` };
}

function empty(heading: Heading): HeadingContent {
  const target = heading.target === null ? null : { numerator: '', denominator: '', asOf: '' as const };
  return { id: heading.id, items: [], noneReason: null, target };
}

function pick(texts: readonly string[], number: number): string {
  return texts[number % texts.length] ?? '';
}
