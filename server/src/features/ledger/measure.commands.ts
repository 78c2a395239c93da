import { Injectable } from '@nestjs/common';
import { OWN_ONES, parseOwnOnes, type MeasureFacts } from '@jiannuo/shared/ledger';
import { Clock } from '../../platform/clock';
import { execute, forUpdate, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor } from '../../platform/identity';
import { factsOf, MEASURE_COLUMNS, type MeasureColumns } from './ledger-rows';
import { LedgerJournal } from './ledger.journal';
import { allowed } from './ledger.refusals';

interface LockedMeasure extends MeasureColumns {
  readonly id: string;
  readonly revision: number;
  readonly planId: string;
  readonly planRevision: number;
}

/** What a unit says of its own measures. */
@Injectable()
export class MeasureCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly journal: LedgerJournal,
  ) {}

  /** Fills in what is missing of the six ones (补上, art. 9): leader, section, plan, contact. Same values change nothing. */
  fillOnes(actor: Actor, id: string, ones: unknown): Promise<MeasureFacts> {
    const named = allowed(parseOwnOnes(ones));
    const { groupId, unitId } = checkedScope(scopeOf(actor));
    return this.transactions.run(async (tx) => {
      const [measure] = await rowsIn<LockedMeasure>(
        tx,
        `SELECT m.id, m.revision, m.unit_id AS unitId, ${MEASURE_COLUMNS}, p.id AS planId, p.revision AS planRevision
         FROM ledger_plan p JOIN ledger_measure m ON m.plan_id = p.id
         WHERE m.id = ? AND m.group_id = ? AND m.removed_at IS NULL AND (? IS NULL OR m.unit_id = ?)${forUpdate(tx)}`,
        [id, groupId, unitId, unitId],
      );
      if (measure === undefined) throw DomainError.notFound('ledger.not-found');
      const before = factsOf(measure);
      const after = { ...before, ...named };
      if (OWN_ONES.every((one) => before[one] === after[one])) return before;
      const revision = measure.revision + 1;
      await execute(
        tx,
        'UPDATE ledger_measure SET leader = ?, section = ?, scheme = ?, contact = ?, revision = ? WHERE id = ?',
        [after.leader, after.section, after.scheme, after.contact, revision, id],
      );
      const act = { actor, groupId, action: 'ones', reason: '', now: this.clock.now() } as const;
      const content = { ...after, number: measure.number };
      await this.journal.countUp(tx, { id: measure.planId, revision: measure.planRevision });
      await this.journal.addRevisions(tx, act, [
        { subjectId: id, measureId: id, period: null, number: revision, content },
      ]);
      await this.journal.note(
        tx,
        act,
        { kind: 'ledger-measure', id },
        { ones: OWN_ONES.filter((one) => before[one] !== after[one]) },
      );
      return after;
    });
  }
}
