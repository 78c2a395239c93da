import { lastDayOf, type Period } from '../kernel';
import type { MeasureFacts, MonthPlan } from '../ledger';
import type { UnitKind } from '../people';
import { HEIHE_2022 } from './heihe-2022';
import { INVESTMENT_2022 } from './investment-2022';
import type { SampleGroup, SampleUnit } from './group';

/** A measure of a sample plan; its unit is named by number. */
export interface SampleMeasure extends Omit<MeasureFacts, 'unitId'> {
  readonly unitNumber: number;
  readonly months: readonly MonthPlan[];
}

/** One line of a sample plan: what is asked of whom, in which months, and by which day of them. */
interface Line {
  readonly task: string;
  readonly headingId: string;
  readonly title: string;
  readonly goal: string;
  readonly route: string;
  readonly detail: string;
  readonly scheme: string;
  /** First and last month, by number. */
  readonly months: readonly [number, number];
  readonly day: number;
  readonly target?: { readonly goal: string; readonly unit: string };
  readonly kinds: readonly UnitKind[];
}

const COUNTIES: readonly UnitKind[] = ['county'];
const COUNTIES_AND_ZONES: readonly UnitKind[] = ['county', 'zone'];

const HEIHE_LINES: readonly Line[] = [
  {
    task: '政务诚信建设',
    headingId: 'h1',
    title: '清理“新官不理旧账”',
    goal: '存量事项逐件定办结时间',
    route: '排查—建账—销号',
    detail: '查阅招商合同、会议纪要和信访件，逐件登记承诺内容、未兑现原因和办结时间。',
    scheme: '旧账清理工作方案',
    months: [4, 12],
    day: 25,
    kinds: COUNTIES_AND_ZONES,
  },
  {
    task: '政务诚信建设',
    headingId: 'h2',
    title: '公示承诺和合同履约',
    goal: '当月到期的承诺和合同全部公示',
    route: '汇总—核对—公示',
    detail: '按月汇总到期的承诺和政府合同，核对履约情况，在门户网站公示。',
    scheme: '承诺履约公示办法',
    months: [4, 12],
    day: 20,
    kinds: COUNTIES_AND_ZONES,
  },
  {
    task: '诚信宣传和应用',
    headingId: 'h3',
    title: '开展诚信“七进”活动',
    goal: '当月进企业、进村屯各2场',
    route: '定点—宣讲—收集意见',
    detail: '到企业和村屯讲信用知识，发放手册，收集群众意见。',
    scheme: '诚信“七进”活动安排',
    months: [4, 12],
    day: 22,
    target: { goal: '4', unit: '场' },
    kinds: COUNTIES,
  },
  {
    task: '信用监管',
    headingId: 'h5',
    title: '修复失信市场主体',
    goal: '当月修复12户',
    route: '告知—辅导—申请—核实',
    detail: '逐户电话告知可以修复的失信行为，陪同网上提交材料，核实后报上级移出名单。',
    scheme: '失信主体修复行动方案',
    months: [4, 10],
    day: 31,
    target: { goal: '12', unit: '户' },
    kinds: COUNTIES,
  },
  {
    task: '信用监管',
    headingId: 'h6',
    title: '按月归集信用信息',
    goal: '许可和处罚信息7个工作日内归集',
    route: '催报—校验—上传',
    detail: '对照目录催报各部门许可和处罚信息，校验后上传市平台。',
    scheme: '信用信息归集办法',
    months: [4, 12],
    day: 20,
    kinds: COUNTIES_AND_ZONES,
  },
  {
    task: '信用惠企',
    headingId: 'h8',
    title: '“码上诚信”窗口亮码',
    goal: '6类窗口全部亮码',
    route: '印制—张贴—讲解',
    detail: '在政务大厅、税务、社保等窗口张贴“码上诚信”二维码，工作人员现场讲解。',
    scheme: '“码上诚信”推广方案',
    months: [4, 12],
    day: 20,
    kinds: COUNTIES,
  },
  {
    task: '信用惠企',
    headingId: 'h9',
    title: '“信易贷”银企对接',
    goal: '当月办1场对接会',
    route: '摸底—对接—回访',
    detail: '摸清小微企业贷款需求，请银行现场对接，回访放款情况。',
    scheme: '“信易贷”对接安排',
    months: [4, 12],
    day: 25,
    kinds: COUNTIES,
  },
  {
    task: '信用监管',
    headingId: 'h4',
    title: '更新行业信用评价结果',
    goal: '当月评价结果按时报送',
    route: '取数—评价—报送',
    detail: '按本行业办法更新市场主体评价结果，报市平台。',
    scheme: '行业信用评价办法',
    months: [4, 12],
    day: 20,
    kinds: ['department'],
  },
  {
    task: '信用监管',
    headingId: 'h7',
    title: '核对失信惩戒措施',
    goal: '在用措施与清单一致',
    route: '对照—停用—公布',
    detail: '对照惩戒措施清单核对本行业在用措施，没有依据的停用。',
    scheme: '惩戒措施清单核对方案',
    months: [5, 11],
    day: 24,
    kinds: ['department'],
  },
];

const INVESTMENT_LINES: readonly Line[] = [
  {
    task: '走访服务',
    headingId: 'visits',
    title: '走访重点企业',
    goal: '当月走访8家',
    route: '排定—走访—回复',
    detail: '带着问题清单走访企业，七天内回复办理意见。',
    scheme: '重点企业走访安排',
    months: [3, 12],
    day: 25,
    target: { goal: '8', unit: '家' },
    kinds: ['county', 'department'],
  },
  {
    task: '项目推进',
    headingId: 'projects',
    title: '协调签约项目开工',
    goal: '当月新开工2个',
    route: '调度—协调—验收',
    detail: '逐个调度签约项目手续和用地，协调当月开工。',
    scheme: '项目开工计划',
    months: [3, 10],
    day: 28,
    target: { goal: '2', unit: '个' },
    kinds: COUNTIES,
  },
];

const LINES: ReadonlyMap<string, readonly Line[]> = new Map([
  [HEIHE_2022.key, HEIHE_LINES],
  [INVESTMENT_2022.key, INVESTMENT_LINES],
]);

/** The sample plan of a group: every measure with its months. A few of the six ones are missing, as they are in life. */
export function sampleLedger(group: SampleGroup): readonly SampleMeasure[] {
  const lines = LINES.get(group.key) ?? [];
  return lines.flatMap((line) =>
    group.units.filter(({ kind }) => line.kinds.includes(kind)).map((unit) => measureOf(line, unit, group)),
  );
}

function measureOf(line: Line, unit: SampleUnit, group: SampleGroup): SampleMeasure {
  const { task, headingId, title, scheme } = line;
  const lacksLeader = (unit.number + line.day) % 13 === 0;
  return {
    task,
    headingId,
    title,
    unitNumber: unit.number,
    leader: lacksLeader ? '' : `${unit.name}分管领导`,
    section: unit.kind === 'county' ? '信用工作股' : '信用建设科',
    scheme,
    contact: unit.kind === 'county' ? '信用工作股负责人' : '信用建设科负责人',
    target: line.target ?? null,
    months: monthsOf(line, group),
  };
}

function monthsOf(
  { goal, route, detail, months: [first, last], day }: Line,
  { settings }: SampleGroup,
): readonly MonthPlan[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const period: Period = `${String(settings.year)}-${String(first + index).padStart(2, '0')}`;
    const node = Math.min(day, Number(lastDayOf(period).slice(8)));
    const nodeOn = `${period}-${String(node).padStart(2, '0')}`;
    return { period, goal, timetable: `${String(first + index)}月${String(node)}日前`, route, detail, nodeOn };
  });
}
