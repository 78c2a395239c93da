import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ASSESSMENT_LIMITS,
  correctedYear,
  decideAnnual,
  hundredthsOf,
  parseMissingMonths,
  parseReason,
  yearCaseOf,
  type AnnualState,
  type CorrectYearRequest,
} from '@jiannuo/shared/assessment';
import { beijingDate, canonicalJson, periodOf, refuseAll, type Instant } from '@jiannuo/shared/kernel';
import { scoreYear, type YearCase } from '@jiannuo/shared/scoring';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, lockRow, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { AnnualRecords, type CountyYear, type GroupYear } from './annual-records';
import { AnnualHindrances } from './annual.hindrances';
import { AnnualJournal } from './annual.journal';
import { lockYear, movedSince, resultsIn, yearSituation, type FixedResults } from './annual.lock';
import { allowed } from '../assessment.lock';
import { yearSeal } from './annual.seal';

/** 年度定稿, 公布, 更正: what fixes the counties' years, tells them, and corrects one without rewriting it. */
@Injectable()
export class AnnualCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly records: AnnualRecords,
    private readonly hindrances: AnnualHindrances,
    private readonly journal: AnnualJournal,
  ) {}

  /**
   * Makes the year of all counties final (附件2二（二）), exactly as it was looked at. Refused while a question such as Q1
   * has no ruling, a month is unfinished or to be corrected, or an innovation undecided; each missing month is confirmed with a reason (Q19).
   */
  finalise(
    actor: Actor,
    input: { readonly year: number; readonly seal: string; readonly missing: unknown },
  ): Promise<{ readonly counties: number }> {
    return this.transactions.run(async (tx, now) => {
      const scope = scopeOf(actor);
      const { groupId } = scope;
      const { year } = input;
      await lockRow(tx, 'working_group', groupId);
      const before = await lockYear(tx, groupId, year);
      // Before anything is read: an application that is just being decided is waited for, and a later one finds the year closed.
      const id = before?.id ?? (await this.close(tx, actor, year, now));
      const group = await this.records.in(tx, scope, year);
      allowed(decideAnnual('finalise', yearSituation(actor, before, group)));
      const counties = group.counties.map(({ records }) => records);
      const current = periodOf(beijingDate(now));
      allowed(refuseAll(await this.hindrances.of(tx, { scope, year, group, now }), () => null));
      const missing = allowed(parseMissingMonths(input.missing, counties, current));
      if (yearSeal(group, current) !== input.seal) throw DomainError.conflict('assessment.annual-moved');
      await insertRows(
        tx,
        'annual_missing_month',
        missing.map(({ unitId, month, reason }) => {
          return { id: this.ids.next(), annual_year_id: id, unit_id: unitId, period: month, reason };
        }),
      );
      const fixed = counties.map((records) => ({ unitId: records.unitId, case: yearCaseOf(records) }));
      await this.addResults(tx, { actor, year, number: 1, reason: '', now }, fixed);
      const totals = totalsOf(await resultsIn(tx, scope, year));
      await this.journal.record(tx, { actor, year, yearId: id, action: 'finalise', totals }, group.counties);
      return { counties: counties.length };
    });
  }

  /**
   * Tells all counties' years at once. From then on, as since it was final, a year is only corrected. Refused while one
   * was made from a month that was corrected since: nobody is told a number that is known to be old.
   */
  publish(actor: Actor, year: number): Promise<{ readonly state: AnnualState }> {
    return this.transactions.run(async (tx, now) => {
      const scope = scopeOf(actor);
      const closed = await lockYear(tx, scope.groupId, year);
      const group = await this.records.in(tx, scope, year);
      const state = allowed(decideAnnual('publish', yearSituation(actor, closed, group)));
      const results = await resultsIn(tx, scope, year);
      checkMonthsStand(group, results);
      await execute(
        tx,
        'UPDATE annual_year SET state = ?, published_at = ?, published_by_name = ? WHERE group_id = ? AND year = ?',
        [state, now, actor.personName, scope.groupId, year],
      );
      const yearId = closed?.id ?? '';
      const totals = totalsOf(results);
      await this.journal.record(tx, { actor, year, yearId, action: 'publish', totals }, group.counties);
      return { state };
    });
  }

  /**
   * Corrects one county's fixed year (更正) with a reason: by its months as they stand now, and without the innovations
   * that count no more. A new result beside the old one, which stays readable.
   */
  correct(actor: Actor, input: CorrectYearRequest): Promise<{ readonly number: number }> {
    return this.transactions.run(async (tx, now) => {
      const scope = scopeOf(actor);
      const { year, unitId } = input;
      const closed = await lockYear(tx, scope.groupId, year);
      const group = await this.records.in(tx, scope, year);
      allowed(decideAnnual('correct', yearSituation(actor, closed, group)));
      const county = group.counties.find((each) => each.unitId === unitId);
      const latest = (await resultsIn(tx, { ...scope, unitId }, year)).get(unitId)?.at(-1);
      if (closed === null || county === undefined || latest === undefined) {
        throw DomainError.notFound('assessment.annual-not-found');
      }
      if (latest.number !== input.number) throw DomainError.conflict('assessment.annual-behind');
      const reason = allowed(parseReason(input.reason, '更正理由', ASSESSMENT_LIMITS.reason));
      const corrected = allowed(correctedYear(latest.year, yearCaseOf(county.records), input.uncounted));
      if (canonicalJson(corrected) === canonicalJson(latest.year)) {
        throw DomainError.invalid('assessment.correction-same');
      }
      const number = latest.number + 1;
      await this.addResults(tx, { actor, year, number, reason, now }, [{ unitId, case: corrected }]);
      const totals = { [unitId]: `${latest.total}改为${scoreYear(corrected).total}` };
      const detail = { unitId, number };
      const act = { actor, year, yearId: closed.id, action: 'correct', reason, totals, detail } as const;
      await this.journal.record(tx, act, [county]);
      return { number };
    });
  }

  private async close(tx: EntityManager, actor: Actor, year: number, now: Instant): Promise<string> {
    const id = this.ids.next();
    await insertRows(tx, 'annual_year', [
      {
        id,
        group_id: actor.groupId,
        year,
        state: 'final',
        finalised_at: now,
        finalised_by_name: actor.personName,
        by_unit_name: actor.unitName,
        published_at: null,
        published_by_name: null,
      },
    ]);
    return id;
  }

  private async addResults(tx: EntityManager, fixed: FixedYear, cases: readonly CountyCase[]): Promise<void> {
    const { actor, year, number, reason, now } = fixed;
    const rows = cases.map(({ unitId, case: scoreCase }) => {
      const result = scoreYear(scoreCase);
      return {
        id: this.ids.next(),
        group_id: actor.groupId,
        unit_id: unitId,
        year,
        number,
        regulation: scoreCase.regulation,
        score_case: canonicalJson(scoreCase),
        result: canonicalJson(result),
        total_hundredths: hundredthsOf(result.total),
        reason,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: now,
      };
    });
    await insertRows(tx, 'annual_result', rows);
  }
}

/** Refuses where a final year was made from months that were corrected since. */
function checkMonthsStand({ counties }: GroupYear, results: FixedResults): void {
  const moved = counties.filter((county) => movedSince(county, results).length > 0);
  if (moved.length === 0) return;
  throw DomainError.conflict('assessment.annual-months-moved', {
    unit: moved.map(({ unitName }) => unitName).join('、'),
  });
}

/** What the results that hold come to, by county. */
function totalsOf(results: FixedResults): Readonly<Record<string, string>> {
  return Object.fromEntries([...results].map(([unitId, own]) => [unitId, own.at(-1)?.total ?? '']));
}

interface FixedYear {
  readonly actor: Actor;
  readonly year: number;
  readonly number: number;
  readonly reason: string;
  readonly now: Instant;
}

interface CountyCase {
  readonly unitId: CountyYear['unitId'];
  readonly case: YearCase;
}
