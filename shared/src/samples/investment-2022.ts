import { CALENDAR_2022 } from './calendar-2022';
import type { SampleGroup } from './group';

/** An invented group of an invented city: other units, headings, due day, reading of 前, plan. It proves that all of that is data. */
export const INVESTMENT_2022: SampleGroup = {
  isSample: true,
  key: 'investment-2022',
  name: '样例市招商服务专班（样例）',
  city: '样例市',
  leadUnitName: '市招商办',
  leadPhone: '0456-555 0190',
  leadHours: '工作日 9:00—17:00',
  units: [
    { number: 1, name: '市招商办', fullName: '样例市招商服务办公室', aliases: [], kind: 'lead' },
    { number: 2, name: '东岭区', fullName: '样例市东岭区招商服务专班', aliases: ['东岭'], kind: 'county' },
    { number: 3, name: '西河县', fullName: '西河县招商服务专班', aliases: ['西河'], kind: 'county' },
    { number: 4, name: '市商务局', fullName: '样例市商务局', aliases: [], kind: 'department' },
  ],
  settings: {
    year: 2022,
    firstPeriod: '2022-03',
    lastPeriod: '2022-12',
    dueRules: [
      {
        kind: 'monthly-report',
        title: '招商月报',
        article: '第三条',
        day: 25,
        isDayInclusive: false,
        cutOff: '17:00',
        graceMinutes: 30,
        nonWorkingDay: 'next-working-day',
        unitKinds: ['county', 'department'],
        closesAfterDays: 10,
      },
    ],
    reminderPlan: [
      { id: 'five-days-before', title: '还剩五个工作日', workingDays: -5, at: '10:00', audience: 'liaison' },
      { id: 'last-day', title: '最后一天', workingDays: 0, at: '09:00', audience: 'liaison' },
      { id: 'leader-after', title: '过期两个工作日未报', workingDays: 2, at: '09:00', audience: 'leader' },
    ],
    workingHours: { from: '09:00', to: '17:00' },
    calendar: CALENDAR_2022,
    correctionWorkingDays: 3,
    outage: { windowHours: 12, minimumMinutes: 30, extendWorkingDays: 2, article: '第九条' },
    regulation: 'investment-2022',
    adjustmentCredits: { 'added-task': 'once', 'local-innovation': 'each-month' },
    contactUnitKinds: ['county'],
  },
  form: {
    title: '招商服务工作月度报告',
    isSealRequired: true,
    headings: [
      {
        id: 'visits',
        ordinal: 1,
        title: '走访重点企业',
        shortTitle: '走访企业',
        mayDeclareNone: false,
        target: null,
      },
      {
        id: 'projects',
        ordinal: 2,
        title: '推进签约项目落地，全年开工率不低于60.5%',
        shortTitle: '项目落地',
        mayDeclareNone: true,
        target: {
          numeratorLabel: '已开工项目',
          denominatorLabel: '签约项目',
          unit: '个',
          minimumPercent: '60.5',
        },
      },
      {
        id: 'services',
        ordinal: 3,
        title: '为企业代办审批事项',
        shortTitle: '代办事项',
        mayDeclareNone: true,
        target: null,
      },
    ],
  },
  information: {
    criteria: '写清走访了谁、解决了什么、落地了多少。',
    adoptionMonth: 'sent',
    adopters: 'each',
    points: null,
  },
};
