import type { InformationSettings } from '../information';
import type { ObligationSettings } from '../obligations';
import type { Heading, ReportForm } from '../reporting';
import { CALENDAR_2022 } from './calendar-2022';
import type { SampleGroup, SampleUnit } from './group';

function unit(number: number, kind: SampleUnit['kind'], names: readonly [string, string, ...string[]]): SampleUnit {
  const [name, fullName, ...aliases] = names;
  return { number, name, fullName, aliases, kind };
}

const UNITS: readonly SampleUnit[] = [
  unit(1, 'lead', ['市专班牵头单位', '黑河市营商环境建设监督局', '市营商环境局', '市专班']),
  unit(2, 'county', ['爱辉区', '黑河市爱辉区政务守信践诺专班', '爱辉区专班']),
  unit(3, 'county', ['北安市', '北安市政务守信践诺专班', '北安市专班']),
  unit(4, 'county', ['五大连池市', '五大连池市政务守信践诺专班', '五大连池市专班']),
  unit(5, 'county', ['嫩江市', '嫩江市政务守信践诺专班', '嫩江市专班']),
  unit(6, 'county', ['逊克县', '逊克县政务守信践诺专班', '逊克县专班']),
  unit(7, 'county', ['孙吴县', '孙吴县政务守信践诺专班', '孙吴县专班']),
  unit(8, 'zone', ['黑河自贸片区管委会', '中国（黑龙江）自由贸易试验区黑河片区管理委员会', '自贸片区']),
  unit(9, 'zone', ['五大连池管委会', '五大连池风景区管理委员会', '五大连池风景区']),
  unit(10, 'department', ['市发改委', '黑河市发展和改革委员会']),
  unit(11, 'department', ['市教育局', '黑河市教育局']),
  unit(12, 'department', ['市司法局', '黑河市司法局']),
  unit(13, 'department', ['市财政局', '黑河市财政局']),
  unit(14, 'department', ['市人社局', '黑河市人力资源和社会保障局', '市人力资源社会保障局']),
  unit(15, 'department', ['市自然资源局', '黑河市自然资源局']),
  unit(16, 'department', ['市住建局', '黑河市住房和城乡建设局']),
  unit(17, 'department', ['市交通局', '黑河市交通运输局', '市交通运输局']),
  unit(18, 'department', ['市农业农村局', '黑河市农业农村局']),
  unit(19, 'department', ['市卫健委', '黑河市卫生健康委员会', '市卫生健康委']),
  unit(20, 'department', ['市市场监管局', '黑河市市场监督管理局', '市场局']),
  unit(21, 'department', ['市税务局', '国家税务总局黑河市税务局']),
  // One body under the many names that the regulation gives it (Q22).
  unit(22, 'oversight', [
    '督导考评问责专班',
    '黑河市优化营商环境督导考评问责工作专班',
    '督导考评专班',
    '督导考核专班',
    '督导考核问责专班',
  ]),
];

const SETTINGS: ObligationSettings = {
  year: 2022,
  firstPeriod: '2022-04',
  lastPeriod: '2022-12',
  dueRules: [
    {
      kind: 'monthly-report',
      title: '月报',
      article: '第七条',
      day: 20,
      isDayInclusive: true,
      cutOff: '24:00',
      graceMinutes: 0,
      nonWorkingDay: 'keep',
      unitKinds: ['county', 'zone', 'department'],
      closesAfterDays: null,
    },
    {
      kind: 'self-assessment',
      title: '自查评分',
      article: '附件2第三条第一项',
      day: 23,
      isDayInclusive: true,
      cutOff: '24:00',
      graceMinutes: 0,
      nonWorkingDay: 'keep',
      unitKinds: ['county'],
      closesAfterDays: null,
    },
  ],
  reminderPlan: [
    { id: 'three-days-before', title: '还剩三个工作日', workingDays: -3, at: '08:30', audience: 'liaison' },
    { id: 'one-day-before', title: '还剩一个工作日', workingDays: -1, at: '08:30', audience: 'liaison' },
    { id: 'last-day', title: '最后一天', workingDays: 0, at: '08:30', audience: 'liaison' },
    { id: 'leader-after', title: '过期未报，告知分管领导', workingDays: 1, at: '08:30', audience: 'leader' },
  ],
  workingHours: { from: '08:30', to: '18:00' },
  calendar: CALENDAR_2022,
  correctionWorkingDays: 2,
  entryCheckWorkingDays: 3,
  outage: { windowHours: 4, minimumMinutes: 10, extendWorkingDays: 1, article: '平台故障口径' },
  regulation: 'heihe-2022',
};

function heading(ordinal: number, shortTitle: string, title: string): Heading {
  return { id: `h${String(ordinal)}`, ordinal, title, shortTitle, mayDeclareNone: true, target: null };
}

const FORM: ReportForm = {
  title: '市政务守信践诺专项行动月度工作推进情况（自评报告）',
  isSealRequired: false,
  headings: [
    heading(1, '诚信黑河品牌', '持续打造“诚信黑河”品牌，建立健全政务守信践诺机制，整治“新官不理旧账”行为'),
    heading(2, '承诺公示和履约', '建立常态化政务诚信承诺公开公示和合同履约跟踪管理机制'),
    heading(3, '诚信“七进”', '持续开展诚信“七进”宣传教育活动，深化自然人诚信积分应用管理试点工作，拓展“信易+”场景应用'),
    heading(4, '信用综合评价', '实施市场主体公共信用综合评价，健全信用风险预判预警机制'),
    heading(5, '失信主体修复', '开展失信市场主体修复行动'),
    heading(6, '信用信息目录', '制定黑河市公共信用信息目录，提升公共信用信息归集质效'),
    heading(7, '失信惩戒措施', '制定黑河市失信惩戒措施清单，依法依规实施失信惩戒'),
    {
      ...heading(8, '“码上诚信”', '鼓励市场主体应用“码上诚信”展示自身信用状况，累计赋码占比不低于全市市场主体25%'),
      target: {
        numeratorLabel: '已赋码市场主体',
        denominatorLabel: '市场主体总数',
        unit: '户',
        minimumPercent: '25',
      },
    },
    heading(9, '“信易贷”', '深入开展“信易贷”工作'),
    heading(10, '宣传年活动', '开展“优化营商环境宣传年活动”'),
  ],
};

const INFORMATION: InformationSettings = {
  criteria: '写清做法、数据和成效，有别处可学的一点。一般会议、讲话和转发不算。',
  adoptionMonth: 'confirmed',
  adopters: 'once',
  points: {
    article: '附件2第二条第一项2（2）',
    unitKinds: ['county'],
    highQuality: { each: 1, most: 3 },
    adopted: { each: 1, most: 2 },
  },
};

/** 黑河市, April to December 2022 (notice of 2022-04-18). Telephone and duty hours are invented. */
export const HEIHE_2022: SampleGroup = {
  isSample: true,
  key: 'heihe-2022',
  name: '黑河市政务守信践诺工作专班（样例）',
  city: '黑河市',
  leadUnitName: '市专班牵头单位',
  leadPhone: '0456-555 0101',
  leadHours: '工作日 8:30—18:00',
  units: UNITS,
  settings: SETTINGS,
  form: FORM,
  information: INFORMATION,
};
