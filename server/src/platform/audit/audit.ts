import type { EntityManager } from 'typeorm';
import type { Clock, Ids } from '../clock';
import { batchesOf, insertRows } from '../database';
import { currentRequest } from '../http/request-context';
import type { Actor } from '../identity/actor';

/** One thing that was done. */
export interface AuditEvent {
  readonly actor: Actor | 'system' | 'command-line';
  /** The working group it belongs to; null for what concerns the whole installation. */
  readonly groupId: string | null;
  /** `subject.verb`, such as report.submit; at most 64 characters. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts that explain it later. Never a secret, a telephone number or a code. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** The append-only log of who did what, when and from where. */
export class Audit {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Writes one entry as part of the command's transaction, with the request's address and id. */
  record(tx: EntityManager, event: AuditEvent): Promise<void> {
    return this.recordAll(tx, [event]);
  }

  /** Writes several entries, in few statements. */
  async recordAll(tx: EntityManager, events: readonly AuditEvent[]): Promise<void> {
    const at = this.clock.now();
    const from = origin();
    for (const some of batchesOf(events)) {
      const rows = some.map((event) => ({
        id: this.ids.next(),
        group_id: event.groupId,
        at,
        ...columnsOf(event.actor),
        action: event.action,
        subject_kind: event.subject.kind,
        subject_id: event.subject.id,
        detail: JSON.stringify(event.detail),
        ...from,
      }));
      await insertRows(tx, 'audit_entry', rows);
    }
  }
}

function columnsOf(actor: AuditEvent['actor']): Record<string, string | null> {
  if (typeof actor === 'string') return { actor_kind: actor, person_id: null, appointment_id: null, unit_id: null };
  const { personId, appointmentId, unitId } = actor;
  return { actor_kind: 'person', person_id: personId, appointment_id: appointmentId, unit_id: unitId };
}

function origin(): Record<string, string | null> {
  const request = currentRequest();
  return { ip: request?.ip ?? null, request_id: request?.requestId ?? null };
}
