import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { METHOD_TITLES, type InspectionPlan } from '@jiannuo/shared/inspections';
import { parseReason } from '@jiannuo/shared/supervision';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { Database, execute, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { Outbox } from '../../platform/outbox';
import { INSPECTION_MOVED, type InspectionMoved } from './inspection.journal';
import { allowed } from './inspection.lock';

/** An unannounced inspection of whose team nobody is in his post any more: it has no number, and its title stays unsaid. */
interface Orphan {
  readonly id: string;
  readonly number: string;
  readonly isIssued: false;
}

/** Who is named to inspect from now on, and why. */
interface NamedInspector {
  /** The id of the inspection. */
  readonly number: string;
  readonly personName: string;
  readonly reason: string;
}

const ORPHANS = `SELECT i.id, i.plan FROM inspection i
  WHERE i.group_id = ? AND i.method = 'unannounced' AND i.released_at IS NULL
    AND i.state IN ('planned', 'under-way', 'findings')
    AND NOT EXISTS (SELECT 1 FROM inspection_member m JOIN appointment a ON a.id = m.appointment_id
      WHERE m.inspection_id = i.id AND a.role = 'lead-officer' AND a.ended_at IS NULL)
  ORDER BY i.created_at, i.id`;
const OFFICER = `SELECT a.id FROM appointment a JOIN person p ON p.id = a.person_id
  WHERE a.group_id = ? AND a.role = 'lead-officer' AND a.ended_at IS NULL AND p.name = ?`;

/**
 * An unannounced inspection is its team's alone until its release. When the last of them has left, the leader in charge
 * decides who goes on with it, and whoever keeps the installation enters that.
 */
@Injectable()
export class OrphanedInspections {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Those of a group, the earliest planned first. It is for whoever keeps the installation, and for no screen. */
  async of(groupId: string, tx?: EntityManager): Promise<readonly Orphan[]> {
    const rows = await this.database.rows<{ readonly id: string }>(ORPHANS, [groupId], tx);
    return rows.map(({ id }) => ({ id, number: METHOD_TITLES.unannounced, isIssued: false }));
  }

  /** Names an officer of the lead unit as inspector of one of them. It stays on record, and he alone is told. */
  name(groupId: string, { number, personName, reason }: NamedInspector): Promise<Orphan> {
    return this.transactions.run(async (tx, now) => {
      await lockRow(tx, 'working_group', groupId);
      await lockRow(tx, 'inspection', number);
      const orphan = (await this.of(groupId, tx)).find(({ id }) => id === number);
      if (orphan === undefined) throw DomainError.notFound('inspections.not-found');
      const [officer, ...namesakes] = await rowsIn<{ readonly id: string }>(tx, OFFICER, [groupId, personName]);
      if (officer === undefined || namesakes.length > 0) throw DomainError.invalid('supervision.successor-unfit');
      const text = `督导人员都已不在岗，由${personName}接替。${allowed(parseReason(reason))}`;
      await this.join(tx, orphan.id, officer.id);
      await this.record(tx, { groupId, inspectionId: orphan.id, officerId: officer.id, text, now });
      return orphan;
    });
  }

  /** Those who left stay named as inspectors; what is still a plan names the successor alone, so that it can start. */
  private async join(tx: EntityManager, inspectionId: string, appointmentId: string): Promise<void> {
    const row = { id: this.ids.next(), inspection_id: inspectionId, appointment_id: appointmentId };
    await insertRows(tx, 'inspection_member', [row]);
    const sql = 'SELECT plan FROM inspection WHERE id = ?';
    const [held] = await rowsIn<{ readonly plan: string }>(tx, sql, [inspectionId]);
    const plan: InspectionPlan = { ...(JSON.parse(held?.plan ?? '{}') as InspectionPlan), memberIds: [appointmentId] };
    await execute(tx, 'UPDATE inspection SET plan = ?, version = version + 1 WHERE id = ?', [
      JSON.stringify(plan),
      inspectionId,
    ]);
  }

  private async record(
    tx: EntityManager,
    {
      groupId,
      inspectionId,
      officerId,
      text,
      now,
    }: Readonly<Record<'groupId' | 'inspectionId' | 'officerId' | 'text', string>> & {
      readonly now: Instant;
    },
  ): Promise<void> {
    const id = this.ids.next();
    await insertRows(tx, 'inspection_event', [
      {
        ...{ id, group_id: groupId, inspection_id: inspectionId, action: 'succeed', evidence: '[]', text },
        ...{ by_appointment_id: officerId, by_name: '管理员', by_unit_name: '', happened_at: now, at: now },
      },
    ]);
    await this.audit.record(tx, {
      actor: 'system',
      groupId,
      action: 'inspection.succeed',
      subject: { kind: 'inspection', id: inspectionId },
      detail: { by: 'command-line' },
    });
    const told: InspectionMoved = {
      ...{ action: 'succeed', inspectionId, findingId: null, byAppointmentId: '', byUnit: '践诺通' },
      toAppointmentId: officerId,
    };
    await this.outbox.add(tx, { topic: INSPECTION_MOVED, key: `${INSPECTION_MOVED}:${id}`, payload: told });
  }
}
