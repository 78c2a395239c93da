import { Injectable } from '@nestjs/common';
import type { DateText, Instant } from '@jiannuo/shared/kernel';
import {
  inspectionActions,
  isAnnounced,
  type FindingRow,
  type InspectionListView,
  type InspectionPlan,
  type InspectionRow,
  type InspectionState,
  type InspectionView,
  type Method,
  type Subject,
} from '@jiannuo/shared/inspections';
import { Clock } from '../../platform/clock';
import { Database, placesFor, type SqlValue } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { Openings } from '../supervision';
import { rowOf } from './finding.queries';
import { historyWhere } from './history';
import { situationOf } from './inspection.commands';
import { FINDINGS, known, type FindingRecord } from './inspection.lock';

/** How many that are over stand on one page; all that are open stand on the first, up to the bound. */
const PAGE = 50;
const MOST_OPEN = 200;

interface InspectionRecord {
  readonly id: string;
  readonly method: Method;
  readonly subject: Subject;
  readonly title: string;
  readonly state: InspectionState;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
  readonly movedAt: Instant;
  readonly releasedAt: Instant | null;
  readonly plan: string;
  readonly version: number;
}
interface CountRow {
  readonly id: string;
  readonly count: number | string;
  readonly waiting: number | string;
  readonly overdue: number | string;
  readonly over: number | string;
}

const INSPECTIONS = `SELECT i.id, i.method, i.subject, i.title, i.state, i.from_on AS fromOn, i.to_on AS toOn,
    i.moved_at AS movedAt, i.released_at AS releasedAt, i.plan, i.version FROM inspection i`;
const OVER = "i.state IN ('closed', 'cancelled')";
const NOTHING = { all: 0, waiting: 0, overdue: 0, over: 0 };

/** Reads inspections for the lead unit's screens. */
@Injectable()
export class InspectionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly openings: Openings,
  ) {}

  /** What is not over, then a page of what is; both the latest first. */
  async list(actor: Actor, before: Instant | null): Promise<InspectionListView> {
    const { where, parameters } = known(actor);
    const open =
      before === null
        ? await this.read(`${where} AND NOT ${OVER} ORDER BY i.moved_at DESC LIMIT ${String(MOST_OPEN)}`, parameters)
        : [];
    const over = await this.read(
      `${where} AND ${OVER} AND (? IS NULL OR i.moved_at < ?)
       ORDER BY i.moved_at DESC, i.id DESC LIMIT ${String(PAGE + 1)}`,
      [...parameters, before, before],
    );
    const rows = await this.rowsOf([...open, ...over.slice(0, PAGE)]);
    return { serverNow: this.clock.now(), rows, hasMore: over.length > PAGE };
  }

  /** One inspection with its findings, its history and what the actor may do. */
  async view(actor: Actor, id: string): Promise<InspectionView> {
    const { where, parameters } = known(actor);
    const [record] = await this.read(`i.id = ? AND ${where}`, [id, ...parameters]);
    if (record === undefined) throw DomainError.notFound('inspections.not-found');
    const now = this.clock.now();
    const isSecret = !isAnnounced(record.method) && record.releasedAt === null;
    const opened = { isConfidential: isSecret, now };
    const watermark = await this.openings.record(actor, { kind: 'inspection', id }, opened);
    const [[row], findings, units, members, history] = await Promise.all([
      this.rowsOf([record]),
      this.findingsOf(id),
      this.unitsOf(id),
      this.membersOf(id),
      historyWhere(this.database, 'inspection_id', id),
    ]);
    if (row === undefined) throw DomainError.notFound('inspections.not-found');
    return {
      ...row,
      version: record.version,
      plan: JSON.parse(record.plan) as InspectionPlan,
      members,
      units,
      rows: findings,
      history,
      actions: inspectionActions(situationOf(actor, record.state, findings)),
      isSecret,
      watermark,
    };
  }

  private read(where: string, parameters: readonly SqlValue[]): Promise<InspectionRecord[]> {
    return this.database.rows<InspectionRecord>(`${INSPECTIONS} WHERE ${where}`, parameters);
  }

  private async findingsOf(id: string): Promise<readonly FindingRow[]> {
    const rows = await this.database.rows<FindingRecord>(
      `${FINDINGS} WHERE f.inspection_id = ? AND f.state <> 'dropped' ORDER BY u.number, f.id`,
      [id],
    );
    return rows.map(rowOf);
  }

  private unitsOf(id: string): Promise<InspectionView['units']> {
    return this.database.rows<InspectionView['units'][number]>(
      `SELECT u.id, u.name FROM inspected_unit s JOIN unit u ON u.id = s.unit_id
       WHERE s.inspection_id = ? ORDER BY u.number`,
      [id],
    );
  }

  private async membersOf(id: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ name: string }>(
      `SELECT p.name FROM inspection_member m JOIN appointment a ON a.id = m.appointment_id
       JOIN person p ON p.id = a.person_id WHERE m.inspection_id = ? ORDER BY a.id`,
      [id],
    );
    return rows.map(({ name }) => name);
  }

  private async rowsOf(records: readonly InspectionRecord[]): Promise<readonly InspectionRow[]> {
    if (records.length === 0) return [];
    const ids = records.map(({ id }) => id);
    const [counts, names] = await Promise.all([this.countsOf(ids), this.namesOf(ids)]);
    return records.map(({ id, method, subject, title, state, fromOn, toOn, movedAt }) => ({
      id,
      method,
      subject,
      title,
      state,
      fromOn,
      toOn,
      at: movedAt,
      unitNames: names.get(id) ?? [],
      findings: counts.get(id) ?? NOTHING,
    }));
  }

  private async countsOf(ids: readonly string[]): Promise<ReadonlyMap<string, InspectionRow['findings']>> {
    const sum = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;
    const rows = await this.database.rows<CountRow>(
      `SELECT f.inspection_id AS id, COUNT(*) AS count, ${sum("f.state = 'answered'")} AS waiting,
         ${sum("f.state IN ('to-rectify', 'returned') AND o.due_at <= ?")} AS overdue,
         ${sum("f.state IN ('closed', 'informed', 'cleared', 'upheld')")} AS \`over\`
       FROM inspection_finding f LEFT JOIN obligation o ON o.id = f.obligation_id
       WHERE f.state <> 'dropped' AND f.inspection_id IN (${placesFor(ids)}) GROUP BY f.inspection_id`,
      [this.clock.now(), ...ids],
    );
    return new Map(
      rows.map(({ id, count, waiting, overdue, over }) => [
        id,
        { all: Number(count), waiting: Number(waiting), overdue: Number(overdue), over: Number(over) },
      ]),
    );
  }

  private async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.database.rows<{ id: string; name: string }>(
      `SELECT s.inspection_id AS id, u.name FROM inspected_unit s JOIN unit u ON u.id = s.unit_id
       WHERE s.inspection_id IN (${placesFor(ids)}) ORDER BY u.number`,
      ids,
    );
    const names = new Map<string, string[]>();
    for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
    return names;
  }
}
