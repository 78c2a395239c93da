import { Injectable } from '@nestjs/common';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import {
  isAnnounced,
  isConcealment,
  isFindingOpen,
  type FindingRow,
  type InspectedListView,
  type InspectedRow,
  type InspectedView,
  type InspectionPlan,
  type InspectionState,
  type Method,
  type Subject,
} from '@jiannuo/shared/inspections';
import { Clock } from '../../platform/clock';
import { Database, placesFor, type SqlValue } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { rowOf } from './finding.queries';
import { FINDINGS, type FindingRecord } from './inspection.lock';

/** How many a unit's list holds, the latest first. */
const MOST = 200;

interface PartRecord {
  readonly id: string;
  readonly inspectionId: string;
  readonly method: Method;
  readonly subject: Subject;
  readonly title: string;
  readonly state: InspectionState;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
  readonly releasedAt: Instant | null;
  readonly plan: string;
}

const PARTS = `SELECT s.id, i.id AS inspectionId, i.method, i.subject, i.title, i.state, i.from_on AS fromOn,
    i.to_on AS toOn, i.released_at AS releasedAt, i.plan
  FROM inspected_unit s JOIN inspection i ON i.id = s.inspection_id
  WHERE i.group_id = ? AND s.unit_id = ? AND i.told_at IS NOT NULL`;

/** Reads inspections as a unit sees them: its own part, once it has been told of it. */
@Injectable()
export class InspectedQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The inspections that the actor's own unit has been told of, the latest first. */
  async list(actor: Actor): Promise<InspectedListView> {
    const parts = await this.read(actor, `ORDER BY i.told_at DESC LIMIT ${String(MOST)}`, []);
    const findings = await this.findingsOf(actor, parts);
    const rows = parts.map((part) => partRow(part, findings.get(part.inspectionId) ?? []));
    return { serverNow: this.clock.now(), rows };
  }

  /** One of them with what was found at this unit. */
  async view(actor: Actor, id: string): Promise<InspectedView> {
    const [part] = await this.read(actor, 'AND s.id = ?', [id]);
    if (part === undefined) throw DomainError.notFound('inspections.not-found');
    const findings = (await this.findingsOf(actor, [part])).get(part.inspectionId) ?? [];
    const plan = JSON.parse(part.plan) as InspectionPlan;
    return {
      ...partRow(part, findings),
      serverNow: this.clock.now(),
      matter: plan.matter,
      inspectors: isAnnounced(part.method) ? await this.inspectorsOf(part.inspectionId, plan) : '',
      releasedAt: part.releasedAt,
      rows: findings,
    };
  }

  private read(actor: Actor, rest: string, parameters: readonly SqlValue[]): Promise<PartRecord[]> {
    return this.database.rows<PartRecord>(`${PARTS} ${rest}`, [actor.groupId, actor.unitId, ...parameters]);
  }

  private async findingsOf(
    { unitId }: Actor,
    parts: readonly PartRecord[],
  ): Promise<ReadonlyMap<string, readonly FindingRow[]>> {
    const ids = parts.map(({ inspectionId }) => inspectionId);
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<FindingRecord>(
      `${FINDINGS} WHERE f.unit_id = ? AND f.state NOT IN ('noted', 'dropped') AND i.released_at IS NOT NULL
         AND f.inspection_id IN (${placesFor(ids)}) ORDER BY f.id`,
      [unitId, ...ids],
    );
    const found = new Map<string, FindingRow[]>();
    for (const row of rows) {
      found.set(row.inspectionId, [...(found.get(row.inspectionId) ?? []), rowOf(row)]);
    }
    return found;
  }

  private async inspectorsOf(inspectionId: string, { others }: InspectionPlan): Promise<string> {
    const rows = await this.database.rows<{ name: string }>(
      `SELECT p.name FROM inspection_member m JOIN appointment a ON a.id = m.appointment_id
       JOIN person p ON p.id = a.person_id WHERE m.inspection_id = ? ORDER BY a.id`,
      [inspectionId],
    );
    return [...rows.map(({ name }) => name), ...(others === '' ? [] : [others])].join('、');
  }
}

/** Whether and what a unit's part shows in its list. What other units have to put right is not its business. */
function partRow(part: PartRecord, findings: readonly FindingRow[]): InspectedRow {
  const { id, method, subject, title, state, fromOn, toOn } = part;
  const open = findings.filter((finding) => isFindingOpen(finding.state));
  const dueAts = open.filter((finding) => finding.state !== 'answered').flatMap(({ dueAt }) => dueAt ?? []);
  return {
    id,
    method,
    subject,
    title,
    state,
    fromOn,
    toOn,
    findings: findings.length,
    open: open.length,
    dueAt: dueAts.sort()[0] ?? null,
    toExplain: open.filter(isConcealment).length,
  };
}
