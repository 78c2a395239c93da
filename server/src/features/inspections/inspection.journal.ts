import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { InspectionEvent } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows } from '../../platform/database';
import type { Actor } from '../../platform/identity';
import { Outbox } from '../../platform/outbox';

/** The topic under which people hear of what was done to an inspection or a finding. */
export const INSPECTION_MOVED = 'inspections.moved';

/** What travels under it: never what was said. Who is told what is decided by what stands when it is told. */
export interface InspectionMoved {
  readonly action: InspectionEvent['action'];
  readonly inspectionId: string;
  /** Null for what was done to the inspection itself. */
  readonly findingId: string | null;
  readonly byAppointmentId: string;
  readonly byUnit: string;
  /** Who alone is told; everybody whom it concerns when left out. */
  readonly toAppointmentId?: string;
}

/** One thing done to an inspection or a finding. */
export interface InspectionDeed {
  readonly actor: Actor;
  readonly groupId: string;
  readonly inspectionId: string;
  readonly findingId: string | null;
  readonly action: InspectionEvent['action'];
  readonly now: Instant;
  readonly text?: string;
  readonly evidence?: readonly Evidence[];
  readonly dueAt?: Instant | null;
  readonly happenedAt?: Instant;
}

/** What a deed leaves behind: a line of the history, the audit log, and word to whom it concerns. */
@Injectable()
export class InspectionJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Writes all three. Neither the audit log nor the outbox repeats what was said: units may not know of it yet. */
  async record(tx: EntityManager, deed: InspectionDeed): Promise<void> {
    const id = await this.note(tx, deed);
    const { actor, groupId, inspectionId, findingId, action } = deed;
    await this.audit.record(tx, {
      actor,
      groupId,
      action: `inspection.${action}`,
      subject: findingId === null ? { kind: 'inspection', id: inspectionId } : { kind: 'finding', id: findingId },
      detail: { inspectionId },
    });
    const { appointmentId: byAppointmentId, unitName: byUnit } = actor;
    const event: InspectionMoved = { action, inspectionId, findingId, byAppointmentId, byUnit };
    await this.outbox.add(tx, { topic: INSPECTION_MOVED, key: `${INSPECTION_MOVED}:${id}`, payload: event });
  }

  /** Adds a line of the history alone, and answers its id. */
  async note(tx: EntityManager, deed: InspectionDeed): Promise<string> {
    const id = this.ids.next();
    await insertRows(tx, 'inspection_event', [
      {
        id,
        group_id: deed.groupId,
        inspection_id: deed.inspectionId,
        finding_id: deed.findingId,
        action: deed.action,
        text: deed.text ?? '',
        evidence: JSON.stringify(deed.evidence ?? []),
        due_at: deed.dueAt ?? null,
        by_appointment_id: deed.actor.appointmentId,
        by_name: deed.actor.personName,
        by_unit_name: deed.actor.unitName,
        happened_at: deed.happenedAt ?? deed.now,
        at: deed.now,
      },
    ]);
    return id;
  }
}
