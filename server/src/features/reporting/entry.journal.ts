import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';
import type { CheckedEntry } from './checked-entries';
import { ReportJournal } from './report.journal';

/** What was said about an entered hand-in. */
export interface SaidOfEntry {
  readonly actor: Actor;
  readonly entry: CheckedEntry;
  readonly action: 'object' | 'correct-time';
  readonly body: string;
  /** The true time as put right; null of an objection. */
  readonly to: Instant | null;
  readonly now: Instant;
}

/** The topics under which the other side hears of a self-assessment; a report's are its journal's. */
const TOPICS = { object: 'obligation.objected', 'correct-time': 'obligation.time-corrected' } as const;

/** What an objection or a correction leaves behind: its note for ever, the audit log, and word to the other side. */
@Injectable()
export class EntryJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly reports: ReportJournal,
  ) {}

  /** Keeps what was said, and tells it. */
  async record(tx: EntityManager, said: SaidOfEntry): Promise<void> {
    await this.note(tx, said);
    const { actor, entry, action, now } = said;
    const detail = detailOf(said);
    if (entry.version !== null) {
      const { report, number } = entry.version;
      await this.reports.record(tx, { actor, report, action, detail: { version: number, ...detail }, now });
      return;
    }
    const { id, groupId, unitId, unitName, period } = entry;
    await this.audit.record(tx, {
      actor,
      groupId,
      action: `obligation.${action}`,
      subject: { kind: 'obligation', id },
      detail: { unitId, period, ...detail },
    });
    const payload = { obligationId: id, groupId, unitId, unitName, period, byUnit: actor.unitName, at: now, ...detail };
    await this.outbox.add(tx, { topic: TOPICS[action], payload });
  }

  private async note(tx: EntityManager, { actor, entry, body, to, now }: SaidOfEntry): Promise<void> {
    const { version } = entry;
    const note = {
      id: this.ids.next(),
      kind: to === null ? 'objection' : 'correction',
      body,
      from_received_at: to === null ? null : entry.receivedAt,
      to_received_at: to,
      by_appointment_id: actor.appointmentId,
      by_name: actor.personName,
      by_unit_name: actor.unitName,
      at: now,
    };
    if (version === null) await insertRows(tx, 'assessment_entry_note', [{ ...note, obligation_id: entry.id }]);
    else await insertRows(tx, 'report_entry_note', [{ ...note, report_id: entry.id, version_number: version.number }]);
  }
}

function detailOf({ entry, body, to }: SaidOfEntry): Readonly<Record<string, string | boolean>> {
  if (to === null) return { text: body };
  return { from: entry.receivedAt, to, reason: body, isOnTime: to < entry.dueAt };
}
