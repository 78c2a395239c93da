import { Injectable } from '@nestjs/common';
import { decideQuarter, movedRows, quarterName, quarterTitle, quarterWords } from '@jiannuo/shared/assessment';
import { beijingDate } from '@jiannuo/shared/kernel';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { insertRows, lockRow, Transactions } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { scopeOf, type Actor } from '../../../platform/identity';
import { Outbox } from '../../../platform/outbox';
import { sealed } from '../assessment.journal';
import { allowed } from '../assessment.lock';
import { QuarterQueries } from './quarter.queries';

/** The topic under which a county hears of its quarter. */
export const QUARTER_TOLD = 'quarter.told';

/** What is heard: one county's quarter. */
export interface QuarterToldEvent {
  readonly groupId: string;
  readonly unitId: string;
  readonly title: string;
  readonly body: string;
  readonly byUnit: string;
}

/** A quarter to tell, and the number under which it was told last as its reader saw it; 0 for none. */
export interface QuarterRequest {
  readonly year: number;
  readonly quarter: number;
  readonly number: number;
}

/** Tells the counties' quarter (每季度通报, art. 12). */
@Injectable()
export class QuarterCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly queries: QuarterQueries,
  ) {}

  /**
   * Tells a quarter once all its months are, for all counties, and anew after a month was corrected: as a further row
   * beside the one before, of which those counties hear whose scores moved. Refused when somebody told it meanwhile.
   */
  tell(actor: Actor, { year, quarter, number: seen }: QuarterRequest): Promise<{ readonly number: number }> {
    return this.transactions.run(async (tx, now) => {
      const { groupId } = scopeOf(actor);
      await lockRow(tx, 'working_group', groupId);
      const found = (await this.queries.of(groupId, year, now, tx)).find((each) => each.quarter === quarter);
      if (found === undefined) {
        throw DomainError.notFound('assessment.quarter-unknown', { quarter: quarterName(quarter) });
      }
      if (found.told !== null && found.told.number !== seen) throw DomainError.conflict('assessment.quarter-behind');
      const number = allowed(decideQuarter(found));
      if (number !== seen + 1) throw DomainError.conflict('assessment.quarter-behind');
      const id = this.ids.next();
      const { text, hash } = sealed(found.rows);
      const by = { by_appointment_id: actor.appointmentId, by_name: actor.personName, by_unit_name: actor.unitName };
      const told = { group_id: groupId, year, quarter, number, content: text, content_hash: hash };
      await insertRows(tx, 'quarter_result', [{ id, ...told, ...by, at: now }]);
      const subject = { kind: 'quarter-result', id };
      const detail = { year, quarter, number, contentHash: hash };
      await this.audit.record(tx, { actor, groupId, action: 'quarter-result.tell', subject, detail });
      const currentYear = Number(beijingDate(now).slice(0, 4));
      const before = new Set(found.told?.rows.map(({ unitId }) => unitId));
      await this.outbox.addAll(
        tx,
        movedRows(found.rows, found.told).map((row) => {
          const payload: QuarterToldEvent = {
            groupId,
            unitId: row.unitId,
            title: quarterTitle({ year, quarter }, row, { isAnew: before.has(row.unitId), currentYear }),
            body: quarterWords(found, row),
            byUnit: actor.unitName,
          };
          return { topic: QUARTER_TOLD, payload };
        }),
      );
      return { number };
    });
  }
}
