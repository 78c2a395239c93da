import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  creditedPeriodAt,
  decideApplication,
  decideEnd,
  decideMonth,
  hasEnded,
  type ApplicationStanding,
  type DecisionRequest,
  type EndRequest,
  type MonthRequest,
} from '@jiannuo/shared/applications';
import { checkReason } from '@jiannuo/shared/information';
import { allow, quoted, type Instant, type Period } from '@jiannuo/shared/kernel';
import { Ids } from '../../platform/clock';
import { execute, insertRows, rowsIn, Transactions } from '../../platform/database';
import { scopeOf, type Actor } from '../../platform/identity';
import { PublishedMonths } from '../information';
import { ReviewedMonths } from '../obligations';
import { ApplicationJournal } from './application.journal';
import { allowed, asked, lockApplication, verdictsIn, type LockedApplication } from './application.lock';
import { ApplicationYears } from './application-years';

/** What the lead unit decides about applications (annex 2): 认定, 不予认定, 撤销认定, 停止记分, and month by month 落实了没有. */
@Injectable()
export class DecisionCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: ApplicationYears,
    private readonly published: PublishedMonths,
    private readonly reviewed: ReviewedMonths,
    private readonly journal: ApplicationJournal,
  ) {}

  /**
   * Approves, or refuses with a reason. An approval that counts once counts in the month of now (Q15); where that is
   * published it stands beside the score, which 更正 alone changes. The unit is told.
   */
  decide(actor: Actor, id: string, request: DecisionRequest): Promise<ApplicationStanding> {
    return this.transactions.run(async (tx, now) => {
      const application = await lockApplication(tx, scopeOf(actor), id);
      const state = allowed(decideApplication(request.decision, { ...application, ...asked(actor, application) }));
      const isBare = request.decision === 'approve' && request.reason.trim() === '';
      const reason = allowed(isBare ? allow('') : checkReason(request.reason));
      const creditedPeriod = request.decision === 'approve' ? await this.creditedPeriod(tx, application, now) : null;
      // What is refused counts for nothing, in a closed year too; it is not left without an answer for good.
      if (request.decision === 'approve') await this.years.checkOpen(tx, application.groupId, application.year);
      const made = request.decision === 'approve' ? 'approved' : 'refused';
      await this.write(tx, { actor, application, state: made, reason, creditedPeriod, now });
      await this.journal.record(tx, { actor, application, action: request.decision, detail: { creditedPeriod } });
      const periods = creditedPeriod === null ? [] : [creditedPeriod];
      await this.moved(tx, { actor, application, now, periods, word: '认定了', isFact: true });
      return { id, state };
    });
  }

  /** Withdraws an approval with a reason, as long as no month to which it counts is published. The unit is told. */
  revoke(actor: Actor, id: string, request: { readonly reason: string }): Promise<ApplicationStanding> {
    return this.transactions.run(async (tx, now) => {
      const application = await lockApplication(tx, scopeOf(actor), id);
      const state = allowed(decideApplication('revoke', { ...application, ...asked(actor, application) }));
      const reason = allowed(checkReason(request.reason));
      const { groupId, year } = application;
      const periods = await creditedPeriodsIn(tx, application);
      await this.published.checkOpen(tx, groupId, periods);
      await this.years.checkOpen(tx, groupId, year);
      await this.write(tx, { actor, application, state: 'revoked', reason, now });
      await this.journal.record(tx, { actor, application, action: 'revoke', detail: {} });
      await this.moved(tx, { actor, application, now, periods, word: '撤销认定' });
      return { id, state };
    });
  }

  /**
   * Lets what counts month by month stop to count, with a reason, from a month behind every one that is published: what
   * was told to all stays as it is, and nothing said about a month is lost. The unit is told.
   */
  end(actor: Actor, id: string, request: EndRequest): Promise<ApplicationStanding> {
    return this.transactions.run(async (tx, now) => {
      const application = await lockApplication(tx, scopeOf(actor), id);
      const state = allowed(decideApplication('end', { ...application, ...asked(actor, application) }));
      const { groupId, year } = application;
      await this.years.checkOpen(tx, groupId, year);
      const { months } = await this.years.of(groupId, year, tx);
      const published = await this.published.among(tx, groupId, months);
      const { fromPeriod, reason } = allowed(decideEnd(request, { ...application, months, published }));
      await this.write(tx, { actor, application, state: 'ended', reason, endedFrom: fromPeriod, now });
      await this.journal.record(tx, { actor, application, action: 'end', detail: { fromPeriod } });
      const periods = months.filter((month) => month >= fromPeriod);
      await this.moved(tx, { actor, application, now, periods, word: '停止记分' });
      return { id, state };
    });
  }

  /**
   * Notes whether an approved task or target was carried out in a month by its plan (Q15), until the year's result is
   * final; beside a month that is published it stands as a fact, which 更正 alone follows. A later verdict takes the place
   * of an earlier one, which stays. 没落实 tells the unit.
   */
  confirmMonth(actor: Actor, id: string, request: MonthRequest): Promise<MonthRequest> {
    return this.transactions.run(async (tx, now) => {
      const application = await lockApplication(tx, scopeOf(actor), id);
      allowed(decideApplication('confirm-month', { ...application, ...asked(actor, application) }));
      const { groupId, year } = application;
      await this.years.checkOpen(tx, groupId, year);
      const { months } = await this.years.of(groupId, year, tx);
      const said = (await verdictsIn(tx, id)).filter(({ period }) => period === request.period);
      const standing = said[said.length - 1]?.verdict ?? null;
      const verdict = allowed(decideMonth(request, { ...application, months, standing, now }));
      await insertRows(tx, 'application_month', [
        {
          id: this.ids.next(),
          application_id: id,
          ...verdict,
          number: said.length + 1,
          by_appointment_id: actor.appointmentId,
          by_name: actor.personName,
          at: now,
        },
      ]);
      const { period, reason } = verdict;
      await this.journal.record(tx, {
        actor,
        application,
        action: 'confirm-month',
        detail: { period, verdict: verdict.verdict },
      });
      if (verdict.verdict === 'not-carried-out') {
        await this.journal.tell(tx, actor, application, { what: 'not-carried-out', reason, period });
      }
      const word = verdict.verdict === 'carried-out' ? '落实了' : '没落实';
      await this.moved(tx, { actor, application, now, periods: [period], word, isFact: true });
      return verdict;
    });
  }

  /** The month to which an approval of now counts; null for what counts month by month or to the year. */
  private async creditedPeriod(
    tx: EntityManager,
    { groupId, year, credit }: LockedApplication,
    now: Instant,
  ): Promise<Period | null> {
    return credit === 'once' ? creditedPeriodAt(now, await this.years.of(groupId, year, tx)) : null;
  }

  /** The reviews of months to which it counts go on with what it counts now. */
  private moved(
    tx: EntityManager,
    { actor, application, now, periods, word, isFact = false }: Credited,
  ): Promise<void> {
    const reason = `${word}${quoted(application.title)}`;
    return this.reviewed.moved(tx, { actor, now, periods, unitId: application.unitId, reason, isFact });
  }

  private async write(tx: EntityManager, made: MadeDecision): Promise<void> {
    const { actor, application, state, reason, creditedPeriod = null, endedFrom = null, now } = made;
    const [before] = await rowsIn<{ count: number | string }>(
      tx,
      'SELECT COUNT(*) AS count FROM application_decision WHERE application_id = ?',
      [application.id],
    );
    await insertRows(tx, 'application_decision', [
      {
        id: this.ids.next(),
        application_id: application.id,
        number: Number(before?.count ?? 0) + 1,
        state,
        reason,
        credited_period: creditedPeriod,
        ended_from: endedFrom,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        at: now,
      },
    ]);
    if (state !== 'ended') await execute(tx, 'UPDATE application SET state = ? WHERE id = ?', [state, application.id]);
    await this.journal.tell(tx, actor, application, { what: state, reason, period: creditedPeriod ?? endedFrom });
  }
}

interface MadeDecision {
  readonly actor: Actor;
  readonly application: LockedApplication;
  readonly state: 'approved' | 'refused' | 'revoked' | 'ended';
  readonly reason: string;
  readonly creditedPeriod?: Period | null;
  readonly endedFrom?: Period;
  readonly now: Instant;
}

interface Credited extends Pick<MadeDecision, 'actor' | 'application' | 'now'> {
  readonly periods: readonly Period[];
  /** What was decided about it. */
  readonly word: string;
  /** Whether it may stand beside a score that was told to all; refused there when left out. */
  readonly isFact?: boolean;
}

/** The months to which a locked, approved application counts. */
async function creditedPeriodsIn(tx: EntityManager, { id, endedFrom }: LockedApplication): Promise<readonly Period[]> {
  const once = await rowsIn<{ period: Period }>(
    tx,
    'SELECT credited_period AS period FROM application_decision WHERE application_id = ? AND credited_period IS NOT NULL',
    [id],
  );
  const verdicts = new Map((await verdictsIn(tx, id)).map(({ period, verdict }) => [period, verdict]));
  const counted = [...verdicts].filter(([period, said]) => said === 'carried-out' && !hasEnded(endedFrom, period));
  const confirmed = counted.map(([period]) => period);
  return [...once.map(({ period }) => period), ...confirmed];
}
