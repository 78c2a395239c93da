import type { ApplicationRequest } from '@jiannuo/shared/applications';
import { atBeijing, type Instant } from '@jiannuo/shared/kernel';

/** One step in the life of a sample application; it is found again by its title. */
export type ApplicationStep =
  | { readonly kind: 'submit'; readonly request: Omit<ApplicationRequest, 'year' | 'evidence' | 'earlierId'> }
  | { readonly kind: 'approve' | 'refuse'; readonly title: string; readonly reason: string }
  | { readonly kind: 'carried-out'; readonly title: string; readonly period: string };

/** What a county or the lead unit does about applications at a moment. */
export interface ApplicationAct {
  readonly at: Instant;
  readonly unitNumber: number;
  readonly kind: 'application';
  readonly step: ApplicationStep;
}

const LEAD = 1;
const PENSION = '“信用+养老”试点';
const COVERAGE = '赋码占比从25%调到30%';
const VILLAGE = '信用进村“一张清单”';
const AWARD = '信用修复“一次讲清”获省厅推广';

function act(day: string, time: string, unitNumber: number, step: ApplicationStep): ApplicationAct {
  return { at: atBeijing(day, time), unitNumber, kind: 'application', step };
}

/** April and May: what was applied for, what was decided, and which months were confirmed. */
export const SAMPLE_APPLICATIONS: readonly ApplicationAct[] = [
  act('2022-04-25', '10:10', 3, {
    kind: 'submit',
    request: {
      category: 'adjustment',
      kind: 'added-task',
      title: PENSION,
      text: '按省里部署新增一项任务，3家养老机构先行，按月公示信用等级。',
      basis: { title: '关于开展“信用+养老”试点的通知', number: '', issuer: '省级有关部门（样例）', date: '2022-04-20' },
      fromPeriod: '2022-04',
    },
  }),
  act('2022-04-27', '09:20', LEAD, { kind: 'approve', title: PENSION, reason: '' }),
  act('2022-04-28', '15:00', LEAD, { kind: 'carried-out', title: PENSION, period: '2022-04' }),
  act('2022-04-28', '11:00', 4, {
    kind: 'submit',
    request: {
      category: 'adjustment',
      kind: 'raised-target',
      title: COVERAGE,
      text: '按市专班部署调高赋码占比，逐月推进。',
      basis: { title: '关于调高赋码占比的工作提示单', number: '', issuer: '市专班牵头单位', date: '2022-04-26' },
      fromPeriod: '2022-05',
    },
  }),
  act('2022-05-05', '09:40', LEAD, { kind: 'approve', title: COVERAGE, reason: '' }),
  act('2022-05-09', '16:10', 6, {
    kind: 'submit',
    request: {
      category: 'adjustment',
      kind: 'local-innovation',
      title: VILLAGE,
      text: '村屯办事信用清单上墙，村民照单打分。',
      basis: { title: '信用进村实施方案', number: '', issuer: '逊克县专班（样例）', date: '2022-05-07' },
      fromPeriod: null,
    },
  }),
  act('2022-05-12', '10:30', 2, {
    kind: 'submit',
    request: {
      category: 'innovation',
      kind: '2',
      title: AWARD,
      text: '专窗做法在全省信用工作简报上推广。',
      basis: { title: '省级信用工作简报（样例）', number: '', issuer: '省级有关部门（样例）', date: '2022-05-10' },
      fromPeriod: null,
    },
  }),
];
