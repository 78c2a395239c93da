import type { EntityManager } from 'typeorm';
import type { Clock, Ids } from '../clock';
import { insertRows } from '../database';
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
  async record(tx: EntityManager, event: AuditEvent): Promise<void> {
    const actor = typeof event.actor === 'string' ? null : event.actor;
    const request = currentRequest();
    await insertRows(tx, 'audit_entry', [
      {
        id: this.ids.next(),
        group_id: event.groupId,
        at: this.clock.now(),
        actor_kind: typeof event.actor === 'string' ? event.actor : 'person',
        person_id: actor?.personId ?? null,
        appointment_id: actor?.appointmentId ?? null,
        unit_id: actor?.unitId ?? null,
        action: event.action,
        subject_kind: event.subject.kind,
        subject_id: event.subject.id,
        detail: JSON.stringify(event.detail),
        ip: request?.ip ?? null,
        request_id: request?.requestId ?? null,
      },
    ]);
  }
}
