import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import type { NoticeContent, SupervisionEvent } from '@jiannuo/shared/supervision';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';

/** The topic under which people hear of what was done to a notice or a ticket. */
export const MOVED = 'supervision.moved';

/** What travels under it. Who is told what is decided when it is told, by what stands then. */
export interface MovedEvent {
  readonly action: SupervisionEvent['action'];
  readonly noticeId: string;
  /** Null for what was done to the notice itself. */
  readonly ticketId: string | null;
  readonly reason: string;
  /** Who alone is told; everybody whom it concerns when left out. */
  readonly toAppointmentId?: string;
  /** Null for what nobody in person did. */
  readonly byAppointmentId: string | null;
  readonly byUnit: string;
}

/** What comes of the record itself, told in the name of the lead unit. */
export interface Rule {
  readonly appointmentId: null;
  readonly personName: string;
  readonly unitName: string;
}
export type Doer = Actor | Rule;

/** One thing done to a notice or a ticket. */
export interface Deed {
  readonly actor: Doer;
  readonly groupId: string;
  readonly noticeId: string;
  readonly ticketId: string | null;
  readonly action: SupervisionEvent['action'];
  readonly now: Instant;
  readonly text?: string;
  readonly evidence?: readonly Evidence[];
  readonly dueAt?: Instant | null;
  readonly happenedAt?: Instant;
  readonly version?: number;
  /** What the notice says from now on, where that changed. */
  readonly content?: NoticeContent | null;
  /** Who alone is told of it; everybody whom it concerns when left out. */
  readonly toAppointmentId?: string;
}

/** What a deed leaves behind: a line of the timeline, the audit log, and word to whom it concerns. */
@Injectable()
export class SupervisionJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes all three. The audit log repeats nothing of what was said, and the outbox only the reasons that the receivers
   * are told: of steps that no confidential kind has. Give none of those such a step without looking here.
   */
  async record(tx: EntityManager, deed: Deed): Promise<void> {
    const id = await this.note(tx, [deed]);
    const { actor, groupId, noticeId, ticketId, action } = deed;
    await this.audit.record(tx, {
      actor: actor.appointmentId === null ? 'system' : actor,
      groupId,
      action: `supervision.${action}`,
      subject: ticketId === null ? { kind: 'notice', id: noticeId } : { kind: 'ticket', id: ticketId },
      detail: { noticeId },
    });
    const event: MovedEvent = {
      action,
      noticeId,
      ticketId,
      reason: action === 'return' || action === 'urge' || action.endsWith('-extension') ? (deed.text ?? '') : '',
      byAppointmentId: actor.appointmentId,
      byUnit: actor.unitName,
      ...(deed.toAppointmentId === undefined ? {} : { toAppointmentId: deed.toAppointmentId }),
    };
    await this.outbox.add(tx, { topic: MOVED, key: `${MOVED}:${id}`, payload: event });
  }

  /**
   * The same for a notice, with a line for each of its units that still has it, done with it or not; some have until then,
   * by ticket.
   */
  async recordWithTickets(
    tx: EntityManager,
    deed: Omit<Deed, 'ticketId'>,
    dueBy: ReadonlyMap<string, Instant> = new Map(),
  ): Promise<void> {
    const [dueAt = null] = dueBy.values();
    await this.record(tx, { ...deed, ticketId: null, dueAt });
    const sql = "SELECT id FROM supervision_ticket WHERE notice_id = ? AND state <> 'withdrawn'";
    const tickets = await rowsIn<{ id: string }>(tx, sql, [deed.noticeId]);
    if (tickets.length === 0) return;
    await this.note(
      tx,
      tickets.map(({ id }) => ({ ...deed, ticketId: id, dueAt: dueBy.get(id) ?? null })),
    );
  }

  /** Adds lines of the timeline alone, and answers the id of the first. */
  async note(tx: EntityManager, deeds: readonly Deed[]): Promise<string> {
    const rows = deeds.map((deed) => ({
      id: this.ids.next(),
      group_id: deed.groupId,
      notice_id: deed.noticeId,
      ticket_id: deed.ticketId,
      action: deed.action,
      text: deed.text ?? '',
      evidence: JSON.stringify(deed.evidence ?? []),
      content: deed.content == null ? null : JSON.stringify(deed.content),
      due_at: deed.dueAt ?? null,
      version: deed.version ?? 0,
      by_appointment_id: deed.actor.appointmentId,
      by_name: deed.actor.personName,
      by_unit_name: deed.actor.unitName,
      happened_at: deed.happenedAt ?? deed.now,
      at: deed.now,
    }));
    await insertRows(tx, 'supervision_event', rows);
    return rows[0]?.id ?? '';
  }
}
