import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { quoted, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  checkReason,
  decideMark,
  decideWorkUpdate,
  MARKING_ACTIONS,
  monthsTouched,
  stateOf,
  type MarkUpdateRequest,
  type NewMark,
  type WorkUpdateStanding,
} from '@jiannuo/shared/information';
import { Ids } from '../../platform/clock';
import { execute, insertRows, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { InformationJournal } from './information.journal';
import { InformationYears } from './information-years';
import { ReviewedMonths } from '../obligations';
import { allowed, asked, lockUpdate, marksIn, type KeptMark, type LockedUpdate } from './work-update.lock';

/** What the lead unit says about work updates (art. 8, annex 2): 没选用, 高质量, 被采用, and the withdrawal of each. */
@Injectable()
export class MarkCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly years: InformationYears,
    private readonly reviewed: ReviewedMonths,
    private readonly journal: InformationJournal,
  ) {}

  /**
   * Marks the version that was read; refused when the unit has sent another since, and when the mark stands already.
   * Where the month to which it counts is published it stands beside the score, which 更正 alone changes. The unit is told.
   */
  mark(actor: Actor, id: string, request: MarkUpdateRequest): Promise<WorkUpdateStanding> {
    return this.transactions.run(async (tx, now) => {
      const update = await lockUpdate(tx, scopeOf(actor), id);
      const action = MARKING_ACTIONS[request.kind];
      const { standing, made } = await marksIn(tx, id);
      const to = allowed(decideWorkUpdate(action, { ...update, ...asked(actor, update) }));
      if (request.version !== update.currentVersion) throw DomainError.conflict('information.version-behind');
      const settings = await this.years.of(update.groupId, Number(update.period.slice(0, 4)), tx);
      const mark = allowed(decideMark(request, { sentAt: update.sentAt, marks: standing, settings, now }));
      const periods = mark.creditedPeriod === null ? [] : [mark.creditedPeriod];
      await this.write(tx, { actor, update, mark, number: made + 1, now });
      const state = to ?? stateOf([...standing, mark], update.bulletinId !== null);
      await this.journal.move(tx, id, state);
      const { kind, adopter, creditedPeriod } = mark;
      const detail = { version: update.currentVersion, adopter, creditedPeriod };
      await this.journal.record(tx, { actor, update, action, detail });
      await this.journal.tell(tx, {
        ...wordFor(actor, update),
        kind,
        adopter,
        reason: mark.reason,
        isWithdrawn: false,
      });
      await this.moved(tx, { actor, update, now, periods });
      return { id, state, version: update.currentVersion };
    });
  }

  /** Withdraws a mark with a reason, beside the score where a month that it touches is published. The mark stays on record. */
  withdraw(
    actor: Actor,
    id: string,
    request: { readonly markId: string; readonly reason: string },
  ): Promise<WorkUpdateStanding> {
    return this.transactions.run(async (tx, now) => {
      const update = await lockUpdate(tx, scopeOf(actor), id);
      const { standing } = await marksIn(tx, id);
      const mark = standing.find((each) => each.id === request.markId);
      if (mark === undefined) throw DomainError.notFound('information.mark-not-found');
      const to = allowed(decideWorkUpdate('withdraw-mark', { ...update, ...asked(actor, update) }));
      const reason = allowed(checkReason(request.reason));
      const periods = monthsTouched(mark, standing);
      await execute(
        tx,
        `UPDATE work_update_mark SET withdrawn_at = ?, withdrawn_by_name = ?, withdrawal_reason = ?, standing_key = NULL
         WHERE id = ?`,
        [now, actor.personName, reason, mark.id],
      );
      const state = to ?? stateOf(without(standing, mark), update.bulletinId !== null);
      await this.journal.move(tx, id, state);
      const { kind, adopter, creditedPeriod } = mark;
      await this.journal.record(tx, {
        actor,
        update,
        action: 'withdraw-mark',
        detail: { markId: mark.id, kind, adopter, creditedPeriod },
      });
      await this.journal.tell(tx, { ...wordFor(actor, update), kind, adopter, reason, isWithdrawn: true });
      await this.moved(tx, { actor, update, now, periods });
      return { id, state, version: update.currentVersion };
    });
  }

  /** The reviews of months to which it counts go on with what it counts now. */
  private moved(tx: EntityManager, { actor, update, now, periods }: Credited): Promise<void> {
    const reason = `工作动态${quoted(update.title)}的认定有变`;
    return this.reviewed.moved(tx, { actor, now, periods, unitId: update.unitId, reason, isFact: true });
  }

  private async write(tx: EntityManager, made: MadeMark): Promise<void> {
    const { actor, update, mark, number, now } = made;
    await insertRows(tx, 'work_update_mark', [
      {
        id: this.ids.next(),
        group_id: update.groupId,
        work_update_id: update.id,
        number,
        version_number: update.currentVersion,
        kind: mark.kind,
        adopter: mark.adopter,
        reason: mark.reason,
        confirmed_on: mark.confirmedOn,
        credited_period: mark.creditedPeriod,
        standing_key: [update.id, mark.kind, mark.adopter ?? ''].join(':'),
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: now,
        withdrawn_at: null,
        withdrawn_by_name: null,
        withdrawal_reason: null,
      },
    ]);
    await this.journal.noteOpened(tx, update, now);
  }
}

interface MadeMark {
  readonly actor: Actor;
  readonly update: LockedUpdate;
  readonly mark: NewMark;
  readonly number: number;
  readonly now: Instant;
}

interface Credited extends Pick<MadeMark, 'actor' | 'update' | 'now'> {
  readonly periods: readonly Period[];
}

function without(marks: readonly KeptMark[], mark: KeptMark): readonly KeptMark[] {
  return marks.filter(({ id }) => id !== mark.id);
}

/** What every word to a unit names. */
function wordFor(
  actor: Actor,
  { id, groupId, unitId, title }: LockedUpdate,
): { readonly updateId: string; readonly byUnit: string } & Pick<LockedUpdate, 'groupId' | 'unitId' | 'title'> {
  return { updateId: id, groupId, unitId, title, byUnit: actor.unitName };
}
