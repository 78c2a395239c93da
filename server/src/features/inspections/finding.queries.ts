import { Injectable } from '@nestjs/common';
import {
  findingActions,
  isAnnounced,
  isConcealment,
  type FindingRow,
  type FindingView,
  type InspectionEvent,
} from '@jiannuo/shared/inspections';
import type { UnitKind } from '@jiannuo/shared/people';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { NoticeChain, Openings } from '../supervision';
import { ConcealedRecords } from './concealed.records';
import { FindingFiles } from './finding.files';
import { historyWhere } from './history';
import { findingOf, FINDINGS, knownFinding, type FindingRecord, type LockedFinding } from './inspection.lock';
import { situationFor } from './release.steps';

/** What happened to a finding before its unit was told of it is the lead unit's own. */
const BEFORE_RELEASE: readonly InspectionEvent['action'][] = ['note', 'edit'];

/** Reads single findings, for the lead unit and for the unit concerned. */
@Injectable()
export class FindingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notices: NoticeChain,
    private readonly files: FindingFiles,
    private readonly openings: Openings,
    private readonly concealed: ConcealedRecords,
  ) {}

  /** A finding that the actor may know of; what is missing and what he may not know of look alike. */
  async find(actor: Actor, id: string): Promise<LockedFinding> {
    const { where, parameters } = knownFinding(actor);
    const row = await this.database.row<FindingRecord>(`${FINDINGS} WHERE f.id = ? AND ${where}`, [id, ...parameters]);
    if (row === null) throw DomainError.notFound('inspections.not-found');
    return findingOf(row);
  }

  /** One finding with its history and what the actor may do. */
  async view(actor: Actor, id: string): Promise<FindingView> {
    const finding = await this.find(actor, id);
    const isLead = scopeOf(actor).unitId === null;
    const now = this.clock.now();
    const isSecret = !isAnnounced(finding.method) && finding.releasedAt === null;
    const watermark = await this.openings.record(actor, { kind: 'finding', id }, { isConfidential: isSecret, now });
    const [unit, history, notices, concealed] = await Promise.all([
      this.unitOf(finding),
      historyWhere(this.database, 'finding_id', id),
      isLead ? this.notices.about(actor, [id]) : [],
      isConcealment(finding) ? this.concealed.named(actor.groupId, finding.concealedIn) : null,
    ]);
    const { unitId, method, title, inspection, fromOn, toOn, evidence } = finding;
    const said = history.flatMap((event) => event.evidence);
    return {
      ...rowOf(finding),
      serverNow: now,
      inspection: { method, title, state: inspection, fromOn, toOn },
      parentId: isLead ? finding.inspectionId : unit.partId,
      evidence,
      attachments: await this.files.of(unitId, { evidence, said }),
      history: isLead ? history : history.filter(({ action }) => !BEFORE_RELEASE.includes(action)),
      actions: findingActions({ ...situationFor(actor, finding), now }),
      notices,
      isSecret,
      watermark,
      isScored: unit.kind === 'county',
      concealed,
    };
  }

  private async unitOf({ unitId, inspectionId }: LockedFinding): Promise<{
    readonly kind: UnitKind;
    readonly partId: string;
  }> {
    const found = await this.database.row<{ kind: UnitKind; partId: string }>(
      `SELECT u.kind, s.id AS partId FROM unit u JOIN inspected_unit s ON s.unit_id = u.id
       WHERE u.id = ? AND s.inspection_id = ?`,
      [unitId, inspectionId],
    );
    if (found === null) throw DomainError.notFound('inspections.not-found');
    return found;
  }
}

/** A finding as lists show it. */
export function rowOf(finding: Pick<FindingRecord, keyof FindingRow>): FindingRow {
  const { id, unitId, unitName, subject, facts, seenOn, demand, state, dueAt, concealedIn, version } = finding;
  return { id, unitId, unitName, subject, facts, seenOn, demand, state, dueAt, concealedIn, version };
}
