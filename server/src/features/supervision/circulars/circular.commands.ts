import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import type { UnitKind } from '@jiannuo/shared/people';
import {
  namesAfterDue,
  parseCircular,
  parseReason,
  ruleOf,
  type CircularEntry,
  type CircularStanding,
} from '@jiannuo/shared/supervision';
import { Attachments } from '../../../platform/attachments';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, lockRow, rowsIn, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { ClueGrounds } from '../clues/clue.grounds';
import { allowed } from '../supervision.lock';

/** Enters what circulars (通报) named of units, so that it counts as a notice before the next rung (art. 16, Q25). */
@Injectable()
export class CircularCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly attachments: Attachments,
    private readonly audit: Audit,
    private readonly grounds: ClueGrounds,
  ) {}

  /** Enters an item. What the unit owed can be named where it was due before the circular; nothing is guessed. */
  enter(actor: Actor, input: object): Promise<CircularStanding> {
    return this.transactions.run(async (tx, now) => {
      const entry = allowed(parseCircular(input, beijingDate(now)));
      await checkUnit(tx, actor, entry);
      await checkSubject(tx, actor, entry);
      await checkFirst(tx, actor, entry);
      const files = entry.evidence.flatMap(({ attachmentId }) => attachmentId ?? []);
      await this.attachments.findAll(tx, { groupId: actor.groupId, unitId: actor.unitId }, files);
      const id = this.ids.next();
      await insertRows(tx, 'supervision_circular', [
        {
          id,
          group_id: actor.groupId,
          unit_id: entry.unitId,
          obligation_id: entry.obligationId,
          title: entry.title,
          issued_on: entry.issuedOn,
          shortfall: entry.shortfall,
          evidence: JSON.stringify(entry.evidence),
          by_appointment_id: actor.appointmentId,
          by_name: actor.personName,
          entered_at: now,
        },
      ]);
      await this.note(tx, actor, 'supervision.enter-circular', id);
      return { id };
    });
  }

  /**
   * Takes an item back that was entered wrongly. It stays on record, and counts no more; what was issued on it is shaken.
   * What it named is held meanwhile, so that no order goes out on it unseen.
   */
  withdraw(actor: Actor, id: string, input: string): Promise<CircularStanding> {
    return this.transactions.run(async (tx, now) => {
      const named = 'SELECT obligation_id AS obligationId FROM supervision_circular WHERE id = ? AND group_id = ?';
      const [about] = await rowsIn<Pick<CircularEntry, 'obligationId'>>(tx, named, [id, actor.groupId]);
      await lockRow(tx, 'obligation', about?.obligationId ?? '');
      await lockRow(tx, 'supervision_circular', id);
      const sql = 'SELECT title, withdrawn_at AS withdrawnAt FROM supervision_circular WHERE id = ? AND group_id = ?';
      const [item] = await rowsIn<{ title: string; withdrawnAt: Instant | null }>(tx, sql, [id, actor.groupId]);
      if (item === undefined) throw DomainError.notFound('supervision.circular-not-found');
      if (item.withdrawnAt !== null) throw DomainError.conflict('supervision.circular-withdrawn');
      const reason = allowed(parseReason(input));
      await execute(
        tx,
        'UPDATE supervision_circular SET withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ? WHERE id = ?',
        [now, actor.personName, reason, id],
      );
      const words = `《${item.title}》的点名撤销。${reason}`;
      await this.grounds.shake(tx, { actor, groupId: actor.groupId, id, words, now });
      await this.note(tx, actor, 'supervision.withdraw-circular', id);
      return { id };
    });
  }

  private async note(tx: EntityManager, actor: Actor, action: string, id: string): Promise<void> {
    const { groupId } = actor;
    await this.audit.record(tx, { actor, groupId, action, subject: { kind: 'circular', id }, detail: {} });
  }
}

async function checkUnit(tx: EntityManager, { groupId }: Actor, { unitId }: CircularEntry): Promise<void> {
  const sql = 'SELECT kind FROM unit WHERE id = ? AND group_id = ?';
  const [unit] = await rowsIn<{ kind: UnitKind }>(tx, sql, [unitId, groupId]);
  if (unit === undefined || !ruleOf('warning').unitKinds.includes(unit.kind)) {
    throw DomainError.invalid('supervision.circular-unit-unfit');
  }
}

/** What an item names, as it stands now. */
interface Named {
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
}

async function checkSubject(tx: EntityManager, { groupId }: Actor, entry: CircularEntry): Promise<void> {
  const { obligationId, unitId } = entry;
  if (obligationId === null) return;
  const sql = `SELECT due_at AS dueAt, met_at AS metAt, waived_at AS waivedAt FROM obligation
    WHERE id = ? AND group_id = ? AND unit_id = ?`;
  const [owed] = await rowsIn<Named>(tx, sql, [obligationId, groupId, unitId]);
  if (owed === undefined) throw DomainError.invalid('supervision.circular-subject-unknown');
  if (!namesAfterDue(entry, owed.dueAt)) throw DomainError.invalid('supervision.circular-before-due');
  // Only what is lacking can be named (Q25): it may have come, or been let off, since the form was opened.
  const { dueAt, metAt, waivedAt } = owed;
  if (waivedAt !== null || (metAt !== null && metAt < dueAt)) {
    throw DomainError.conflict('supervision.circular-not-short');
  }
}

/** The same item twice would stand twice in a dossier. Its unit is held meanwhile, so that two at once do not both enter it. */
async function checkFirst(tx: EntityManager, { groupId }: Actor, entry: CircularEntry): Promise<void> {
  await lockRow(tx, 'unit', entry.unitId);
  const { unitId, title, issuedOn, shortfall, obligationId } = entry;
  const same = await rowsIn(
    tx,
    `SELECT id FROM supervision_circular WHERE group_id = ? AND unit_id = ? AND title = ? AND issued_on = ?
       AND shortfall = ? AND COALESCE(obligation_id, '') = ? AND withdrawn_at IS NULL LIMIT 1`,
    [groupId, unitId, title, issuedOn, shortfall, obligationId ?? ''],
  );
  if (same.length > 0) throw DomainError.conflict('supervision.circular-there');
}
