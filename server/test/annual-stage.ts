import type { LightMyRequestResponse } from 'fastify';
import { hundredthsOf, type AnnualRow, type AnnualView, type AssessmentState } from '@jiannuo/shared/assessment';
import { canonicalJson, type Period } from '@jiannuo/shared/kernel';
import { aMonth, HEIHE_2022 } from '@jiannuo/shared/samples';
import { monthsOf, regulationOf, scoreMonth, totalOf, type MonthCase } from '@jiannuo/shared/scoring';
import { ObligationOpening } from '../src/features/obligations';
import { insertRows } from '../src/platform/database';
import type { OpenDatabase } from './databases';
import { openReportStage, type ReportStage } from './report-stage';

export const COUNTIES = HEIHE_2022.units.filter(({ kind }) => kind === 'county').map(({ name }) => name);
export const CYCLE = monthsOf(regulationOf('heihe-2022')!.cycle);
/** 65 points before the factor, and 55. */
export const HIGH = aMonth().done(4).onTime(2).approved(20).built;
export const LOW = aMonth().done(4).onTime(2).approved(10).built;

/** The main sample group in January 2023, with the words in which stories about its year are told. */
export interface AnnualStage {
  readonly stage: ReportStage;
  /** Tokens of two officers of the lead unit, and of 逊克县's liaison. */
  readonly lead: string;
  readonly second: string;
  readonly county: string;
  /** Puts a county's month on record as it came to be scored; nobody walked there. */
  tell(unitName: string, period: Period, month?: MonthCase, state?: AssessmentState): Promise<void>;
  /** Every county's month of the whole cycle, but for those named. */
  tellAll(but?: readonly string[]): Promise<void>;
  rule(name: string, value: string): Promise<LightMyRequestResponse>;
  view(as?: string, year?: number): Promise<AnnualView>;
  row(unitName: string, as?: string): Promise<AnnualRow>;
  post(what: string, body: object, as?: string): Promise<LightMyRequestResponse>;
  /** Makes the year final as it is looked at now, every missing month for the same reason. */
  finalise(as?: string): Promise<LightMyRequestResponse>;
}

/** Starts the real server with the samples and the whole cycle opened. */
export async function openAnnualStage(open: OpenDatabase): Promise<AnnualStage> {
  const stage = await openReportStage(open);
  const { app } = stage.server;
  for (const period of CYCLE) await app.get(ObligationOpening).openPeriod(stage.groupId, period);
  stage.at('2023-01-05T01:00:00.000Z');
  const lead = await stage.server.signInNamed('市专班经办人甲');
  const second = await stage.server.signInNamed('市专班经办人乙');
  const county = await stage.as('逊克县', 'liaison');
  const all: AnnualStage = {
    stage,
    lead,
    second,
    county,
    tell: (unitName, period, month = HIGH, state = 'published') =>
      tell(stage, unitName, { ...month, month: period }, state),
    tellAll: async (but = []) => {
      for (const name of COUNTIES) {
        for (const period of CYCLE) if (!but.includes(`${name} ${period}`)) await all.tell(name, period);
      }
    },
    rule: async (name, value) => {
      const body = { year: 2022, name, value, text: '按此计算。', basis: '附则', fromPeriod: '2022-04' };
      const drafted = await stage.ask({ method: 'POST', url: '/api/rulings', as: lead, body });
      const { id } = drafted.json<{ id: string }>();
      return stage.ask({ method: 'POST', url: `/api/rulings/${id}/check`, as: second, body: {} });
    },
    view: async (as = lead, year = 2022) =>
      (await stage.ask({ url: `/api/annual-results?year=${String(year)}`, as })).json(),
    row: async (unitName, as = lead) => (await all.view(as)).rows.find((row) => row.unitName === unitName)!,
    post: (what, body, as = lead) => stage.ask({ method: 'POST', url: `/api/annual-results/${what}`, as, body }),
    finalise: async (as = lead) => {
      const { seal, rows } = await all.view(as);
      const missing = rows.flatMap(({ unitId, months }) =>
        months.flatMap(({ month, standing }) =>
          standing === 'missing' ? [{ unitId, month, reason: '当月没有下达任务' }] : [],
        ),
      );
      return all.post('finalise', { year: 2022, seal, missing }, as);
    },
  };
  return all;
}

async function tell(stage: ReportStage, unitName: string, month: MonthCase, state: AssessmentState): Promise<void> {
  const owed = await stage.obligation(unitName, 'self-assessment', month.month);
  const [unit] = await stage.rows<{ id: string }>('SELECT id FROM unit WHERE name = ?', [unitName]);
  const place = { group_id: stage.groupId, unit_id: unit!.id, period: month.month };
  const { database, clock, transactions } = stage.server;
  const now = clock.now();
  const id = `A${owed.id.slice(1)}`;
  const known = await database.rows('SELECT id FROM assessment WHERE id = ?', [id]);
  const scored = await database.rows('SELECT id FROM score WHERE assessment_id = ?', [id]);
  const result = scoreMonth(month);
  await transactions.run(async (tx) => {
    if (known.length === 0) {
      const counts = { current_sheet: 0, current_review: 0, objection_closes_at: null, version: 1 };
      await insertRows(tx, 'assessment', [
        { id, ...place, obligation_id: owed.id, state, ...counts, opened_at: now, published_at: now },
      ]);
    }
    await insertRows(tx, 'score', [
      {
        id: `${String(scored.length)}${id.slice(1)}`,
        ...place,
        assessment_id: id,
        number: scored.length + 1,
        kind: scored.length === 0 ? 'final' : 'correction',
        regulation: month.regulation,
        rulings: canonicalJson(month.rulings),
        score_case: canonicalJson(month),
        result: canonicalJson(result),
        raw_exact: totalOf(result.trace),
        raw_hundredths: hundredthsOf(result.raw.total),
        score_hundredths: hundredthsOf(result.score),
        reason: '',
        by_appointment_id: 'nobody',
        by_name: '市专班经办人甲',
        by_unit_name: '市专班牵头单位',
        at: now,
      },
    ]);
    return null;
  });
}
