import type { Connection } from 'mysql2/promise';
import { EMPTY_REVIEW } from '@jiannuo/shared/assessment';
import { canonicalJson, type Period } from '@jiannuo/shared/kernel';
import { HEIHE_2022, sampleLedger } from '@jiannuo/shared/samples';
import { monthsOf, regulationOf, type MonthCase } from '@jiannuo/shared/scoring';
import type { Actor } from '../src/platform/identity';
import { insertAll, seedCrowd, type Row } from './crowd';
import { PERIOD } from './report';

const AT = '2022-04-18T01:00:00.000Z';
const PLAN = sampleLedger(HEIHE_2022).filter(({ unitNumber }) => unitNumber === 6);

/** The months of the cycle. */
export const MONTHS: readonly Period[] = monthsOf(
  regulationOf('heihe-2022')?.cycle ?? { first: '', last: '', article: '' },
);

/** Fills empty tables with a group of `count` counties whose nine months are reviewed and agreed; the lead unit's officer. */
export async function seedCounties(connection: Connection, count: number, key: string): Promise<Actor> {
  const { groupId, members } = await seedCrowd(connection, count, key);
  await connection.query(`UPDATE unit SET kind = 'county' WHERE group_id = ? AND kind = 'department'`, [groupId]);
  const place = {
    group_id: groupId,
    by_appointment_id: members[0]?.appointmentId ?? '',
    by_name: '样例',
    by_unit_name: '牵头单位',
  };
  const planId = idOf(key, 'P');
  await insertAll(connection, 'ledger_plan', [{ id: planId, group_id: groupId, year: 2022, revision: 1 }]);
  // A province at a time, so that not all rows of the year stand in memory.
  for (let start = 0; start < members.length; start += 100) {
    const counties = members.slice(start, start + 100).map(({ unitId }, index) => {
      return { unitId, number: start + index, key, groupId };
    });
    await insertAll(
      connection,
      'ledger_measure',
      counties.flatMap((county) => measuresOf(county, planId)),
    );
    await insertAll(connection, 'ledger_row', counties.flatMap(rowsOf));
    const months = counties.flatMap((county) => MONTHS.map((month) => monthOf(county, month)));
    await insertAll(connection, 'obligation', months.flatMap(obligationsOf));
    await insertAll(connection, 'assessment', months.map(assessmentOf));
    await insertAll(
      connection,
      'assessment_review',
      months.map((month) => reviewOf(month, place)),
    );
  }
  return {
    personId: idOf(key, 'PERSON'),
    personName: '样例',
    appointmentId: idOf(key, 'APPOINT'),
    role: 'lead-officer',
    unitId: idOf(key, 'LEAD'),
    unitKind: 'lead',
    unitName: '牵头单位',
    groupId,
    sessionId: idOf(key, 'SESSION'),
  };
}

interface County {
  readonly unitId: string;
  readonly number: number;
  readonly key: string;
  readonly groupId: string;
}

interface CountyMonth {
  readonly county: County;
  readonly ids: Readonly<Record<'month' | 'report' | 'sheet', string>>;
  readonly month: Period;
}

function idOf(key: string, kind: string, number = 0, more = ''): string {
  return `${key}${kind}${String(number).padStart(6, '0')}${more}`.toUpperCase().padEnd(26, '0');
}

function measuresOf({ unitId, number, key, groupId }: County, planId: string): readonly Row[] {
  return PLAN.map((measure, index) => ({
    id: idOf(key, 'M', number, String(index)),
    plan_id: planId,
    group_id: groupId,
    unit_id: unitId,
    number: number * 10 + index + 1,
    revision: 1,
    task: measure.task,
    heading_id: measure.headingId,
    title: measure.title,
    leader: measure.leader,
    section: measure.section,
    scheme: measure.scheme,
    contact: measure.contact,
    target_goal: measure.target?.goal ?? '',
    target_unit: measure.target?.unit ?? '',
    removed_at: null,
  }));
}

function rowsOf({ unitId, number, key, groupId }: County): readonly Row[] {
  return PLAN.flatMap((measure, index) =>
    measure.months.map((plan) => ({
      id: rowIdOf(key, number, index, plan.period),
      measure_id: idOf(key, 'M', number, String(index)),
      group_id: groupId,
      unit_id: unitId,
      period: plan.period,
      revision: 2,
      state: isDone(number, index) ? 'done' : 'planned',
      goal: plan.goal,
      timetable: plan.timetable,
      node_on: plan.nodeOn,
      route: plan.route,
      detail: plan.detail,
      work: '政务大厅、税务、社保等窗口张贴“码上诚信”二维码，工作人员现场讲解，当天赋码212户。',
      result: '6类窗口全部亮码，累计赋码占比提高0.4个百分点。',
      figure: measure.target?.goal ?? '',
      returned_reason: '',
      evidence: JSON.stringify([{ id: 'e1', title: '关于推广“码上诚信”的通知', kind: 'document', attachmentId: null }]),
      changed_at: AT,
      is_scored: 0,
      removed_at: null,
    })),
  );
}

function isDone(number: number, index: number): boolean {
  return (number + index) % 9 !== 0;
}

function rowIdOf(key: string, number: number, index: number, period: Period): string {
  return idOf(key, 'R', number, `${String(index)}${period.slice(5)}`);
}

function monthOf(county: County, month: Period): CountyMonth {
  const id = (kind: string): string => idOf(county.key, kind, county.number, month.slice(5));
  return { county, month, ids: { month: id('A'), report: id('B'), sheet: id('C') } };
}

function obligationsOf({ county, month, ids }: CountyMonth): readonly Row[] {
  const owed = (id: string, kind: string, day: string): Row => ({
    id,
    group_id: county.groupId,
    unit_id: county.unitId,
    kind,
    period: month,
    ordinal: 0,
    article: '第七条',
    due_at: `${month}-${day}T16:00:00.000Z`,
    original_due_at: `${month}-${day}T16:00:00.000Z`,
    met_at: `${month}-19T01:00:00.000Z`,
    channel: 'app',
    version: 1,
    created_at: AT,
  });
  const sheet = owed(ids.sheet, 'self-assessment', '23');
  // The crowd owes its report of one month already.
  return month === PERIOD ? [sheet] : [owed(ids.report, 'monthly-report', '20'), sheet];
}

function assessmentOf({ county, month, ids }: CountyMonth): Row {
  return {
    id: ids.month,
    group_id: county.groupId,
    unit_id: county.unitId,
    period: month,
    obligation_id: ids.sheet,
    state: 'settled',
    current_sheet: 1,
    current_review: 1,
    objection_closes_at: `${month}-27T16:00:00.000Z`,
    version: 4,
    opened_at: AT,
    published_at: null,
  };
}

function reviewOf(month: CountyMonth, place: Row): Row {
  return {
    id: month.ids.month,
    assessment_id: month.ids.month,
    number: 1,
    sheet_number: 1,
    state: 'confirmed',
    score_case: JSON.stringify(caseOfMonth(month)),
    content: JSON.stringify(EMPTY_REVIEW),
    by_appointment_id: place['by_appointment_id'] ?? '',
    by_name: place['by_name'] ?? '',
    by_unit_name: place['by_unit_name'] ?? '',
    at: `${month.month}-24T01:00:00.000Z`,
  };
}

function caseOfMonth({ county, month, ids }: CountyMonth): MonthCase {
  const { key, number, unitId } = county;
  const owed = (id: string, kind: string, day: string): MonthCase['obligations'][number] => {
    return { id, kind, dueAt: `${month}-${day}T16:00:00.000Z`, metAt: `${month}-19T01:00:00.000Z` };
  };
  const measures = PLAN.flatMap((measure, index) => {
    const isListed = measure.months.some(({ period }) => period === month);
    const id = rowIdOf(key, number, index, month);
    return isListed ? [{ id, done: isDone(number, index), failedSpotCheck: false }] : [];
  });
  const plain: MonthCase = {
    kind: 'month',
    regulation: 'heihe-2022',
    month,
    unit: unitId,
    measures,
    obligations: [owed(ids.report, 'monthly-report', '20'), owed(ids.sheet, 'self-assessment', '23')],
    information: [],
    adjustments: [],
    rulings: {},
  };
  return JSON.parse(canonicalJson(plain)) as MonthCase;
}
