import { Injectable } from '@nestjs/common';
import {
  matterActions,
  type MatterEvent,
  type MatterListView,
  type MatterRow,
  type MatterStartView,
  type MatterView,
  type ProblemLine,
} from '@jiannuo/shared/coordination';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor, type Scope } from '../../platform/identity';
import { PeopleQueries } from '../people';
import { readProblem } from './matter.problems';
import { concerning, MATTERS, situationOf, type MatterRecord } from './matter.records';

/** How many open, and how many closed matters a list holds; older ones are reached from their notices. */
const LONGEST_LIST = 200;

interface EvidenceRow extends Evidence {
  readonly name: string | null;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Reads the register of matters (art. 1): the lead unit all of it, a unit what concerns it. */
@Injectable()
export class MatterQueries {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** Open matters, the urgent on top, then the oldest; after them the closed ones, the latest first. */
  async list(scope: Scope): Promise<MatterListView> {
    const [open, closed] = await Promise.all([
      this.some(scope, "m.state <> 'closed' ORDER BY m.is_urgent DESC, m.raised_at, m.id"),
      this.some(scope, "m.state = 'closed' ORDER BY m.moved_at DESC, m.id"),
    ]);
    return { rows: [...open, ...closed].map(rowOf) };
  }

  /** One matter with all that was said and done. Not found for whom it does not concern. */
  async view(actor: Actor, id: string): Promise<MatterView> {
    const scope = scopeOf(actor);
    const { where, parameters } = concerning(scope);
    const matter = await this.database.row<MatterRecord>(`${MATTERS} WHERE m.id = ? AND ${where}`, [id, ...parameters]);
    if (matter === null) throw DomainError.notFound('coordination.matter-not-found');
    const [units, proofs, history] = await Promise.all([this.unitsOf(matter), this.evidenceOf(id), this.historyOf(id)]);
    const { facts, indicator, wish, reopenUntil, reportId, unitId } = matter;
    const mayOpenReport = scope.unitId === null || scope.unitId === unitId;
    return {
      ...rowOf(matter),
      facts,
      indicator,
      wish,
      reopenUntil,
      unitNames: units.map(({ name }) => name),
      reportId: mayOpenReport ? reportId : null,
      evidence: proofs.map((proof) => ({
        id: proof.id,
        title: proof.title,
        kind: proof.kind,
        attachmentId: proof.attachmentId,
      })),
      attachments: proofs.flatMap(fileOf),
      history,
      actions: matterActions(situationOf(actor, matter, this.clock.now())),
    };
  }

  /** What a new matter is written from: whom it can concern, and the problem of an own report where it comes from one. */
  async start(actor: Actor, problem: ProblemLine | null): Promise<MatterStartView> {
    const units = await this.people.unitsOf({ groupId: actor.groupId, unitId: null });
    const others = units.filter(({ id, kind }) => kind !== 'lead' && id !== actor.unitId);
    return {
      units: others.map(({ id, name }) => ({ id, name })),
      problem: problem === null ? null : await readProblem(this.database, actor, problem),
    };
  }

  private some(scope: Scope, rest: string): Promise<MatterRecord[]> {
    const { where, parameters } = concerning(scope);
    const sql = `${MATTERS} WHERE ${where} AND ${rest} LIMIT ${String(LONGEST_LIST)}`;
    return this.database.rows<MatterRecord>(sql, parameters);
  }

  private unitsOf({ id, unitId }: MatterRecord): Promise<{ name: string }[]> {
    const sql = `SELECT u.name FROM matter_unit c JOIN unit u ON u.id = c.unit_id
      WHERE c.matter_id = ? AND c.unit_id <> ? ORDER BY u.number`;
    return this.database.rows<{ name: string }>(sql, [id, unitId]);
  }

  private evidenceOf(matterId: string): Promise<EvidenceRow[]> {
    return this.database.rows<EvidenceRow>(
      `SELECT e.entry_id AS id, e.title, e.kind, e.attachment_id AS attachmentId, a.name, a.media_type AS mediaType, a.bytes
       FROM matter_evidence e LEFT JOIN attachment a ON a.id = e.attachment_id WHERE e.matter_id = ? ORDER BY e.ordinal`,
      [matterId],
    );
  }

  private historyOf(matterId: string): Promise<MatterEvent[]> {
    return this.database.rows<MatterEvent>(
      `SELECT action, text, doer_name AS doerName, due_at AS dueAt, by_name AS \`by\`, by_unit_name AS unitName, at
       FROM matter_event WHERE matter_id = ? ORDER BY at, id`,
      [matterId],
    );
  }
}

function rowOf(matter: MatterRecord): MatterRow {
  const { id, kind, state, isUrgent, title, unitName, raisedAt, answeredAt, doerName, dueAt } = matter;
  return { id, kind, state, isUrgent: Boolean(isUrgent), title, unitName, raisedAt, answeredAt, doerName, dueAt };
}

function fileOf({ attachmentId, name, mediaType, bytes }: EvidenceRow): readonly AttachmentView[] {
  return attachmentId === null || name === null ? [] : [{ id: attachmentId, name, mediaType, bytes }];
}
