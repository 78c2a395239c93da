import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatterEvent, MatterStep } from '@jiannuo/shared/coordination';
import type { Instant } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows, rowsIn } from '../../platform/database';
import type { Actor } from '../../platform/identity';

/** Something done to a matter, with what was said. */
interface MatterLine {
  readonly actor: Actor;
  readonly matterId: string;
  readonly action: MatterEvent['action'];
  readonly step?: MatterStep;
  readonly now: Instant;
}

/** Keeps what was done to matters: for everybody whom one concerns, and for the audit log, which repeats no words. */
@Injectable()
export class MatterJournal {
  constructor(
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /** Adds a line to the history and the audit log, and answers its id. */
  async note(tx: EntityManager, { actor, matterId, action, step, now }: MatterLine): Promise<string> {
    const id = this.ids.next();
    const { text = '', doerUnitId = null, dueAt = null } = step ?? {};
    const [doer] = await rowsIn<{ name: string }>(tx, 'SELECT name FROM unit WHERE id = ?', [doerUnitId ?? '']);
    const by = { by_appointment_id: actor.appointmentId, by_name: actor.personName, by_unit_name: actor.unitName };
    await insertRows(tx, 'matter_event', [
      { id, matter_id: matterId, action, text, doer_name: doer?.name ?? null, due_at: dueAt, ...by, at: now },
    ]);
    const subject = { kind: 'matter', id: matterId };
    const { groupId } = actor;
    await this.audit.record(tx, { actor, groupId, action: `matter.${action}`, subject, detail: { doerUnitId, dueAt } });
    return id;
  }
}
