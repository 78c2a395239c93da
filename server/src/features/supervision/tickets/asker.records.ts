import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { isGrave, noticeNumber, type NoticeKind, type TicketState } from '@jiannuo/shared/supervision';
import { Database, placesFor } from '../../../platform/database';
import { ObligationRecords, type RecordProgress } from '../../obligations';
import { IS_SHAKEN } from '../waiting/reader.asks';

interface Row {
  readonly obligationId: string;
  readonly recordId: string;
  readonly state: TicketState;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly heldAt: Instant | null;
  readonly askedDueAt: Instant | null;
  readonly shelteredUntil: Instant | null;
  readonly isShaken: boolean | number;
}

/** Tells a unit's own list of obligations which notice asked for each, and how far its ticket has come. */
@Injectable()
export class AskerRecords implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly records: ObligationRecords,
  ) {}

  onModuleInit(): void {
    this.records.register((unitId, ids) => this.of(unitId, ids));
  }

  /** A confidential notice opens no obligation, so that none is named here. */
  private async of(unitId: string, ids: readonly string[]): Promise<readonly RecordProgress[]> {
    const rows = await this.database.rows<Row>(
      `SELECT o.id AS obligationId, t.id AS recordId, t.state, n.kind, n.year, n.number, n.title, n.held_at AS heldAt,
         CASE WHEN o.id = t.answer_obligation_id THEN t.asked_due_at END AS askedDueAt,
         CASE WHEN o.id = t.answer_obligation_id THEN t.sheltered_until END AS shelteredUntil,
         ${IS_SHAKEN} AS isShaken
       FROM obligation o JOIN supervision_ticket t ON t.id = o.record_id JOIN supervision_notice n ON n.id = t.notice_id
       WHERE o.unit_id = ? AND o.kind IN ('ticket-sign', 'ticket-answer', 'material') AND n.is_confidential = ?
         AND o.id IN (${placesFor(ids)})`,
      [unitId, false, ...ids],
    );
    return rows.map(({ obligationId, recordId, state, kind, year, number, title, ...row }) => {
      const { heldAt, askedDueAt, shelteredUntil, isShaken } = row;
      const asked = {
        ...(heldAt === null ? {} : { heldAt }),
        askedDueAt,
        shelteredUntil,
        ...(Number(isShaken) === 1 ? { isShaken: true } : {}),
      };
      const asker = { matter: title, name: noticeNumber(kind, year, number), isGrave: isGrave(kind), ...asked };
      return { obligationId, recordId, state, filled: 0, total: 0, savedAt: null, asker };
    });
  }
}
