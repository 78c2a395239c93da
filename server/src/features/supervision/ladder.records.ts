import { Injectable } from '@nestjs/common';
import { addWholeDays, formatPeriod, type Instant, type Period } from '@jiannuo/shared/kernel';
import { isAsked, type ObligationKind } from '@jiannuo/shared/obligations';
import { noticeNumber, type LadderRecord, type NoticeContent, type NoticeKind } from '@jiannuo/shared/supervision';
import { Database } from '../../platform/database';
import { GroupYears, titleOf } from '../obligations';
import { PriorCirculars } from './prior-circulars';

/** What was due longer ago than this, in days, is no matter for a proposal any more. */
const OLDEST_DAYS = 60;
/** Records that one batch holds. */
const BATCH = 500;

/** What the ladder looks at, and who of the lead unit wrote the notice before. */
export interface Candidate extends LadderRecord {
  readonly writerAppointmentId: string | null;
}

interface Row {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly kind: ObligationKind;
  readonly title: string | null;
  readonly period: Period;
  readonly dueAt: Instant;
  readonly askedDueAt: Instant | null;
  readonly lastId: string | null;
  readonly lastKind: NoticeKind | null;
  readonly lastYear: number | null;
  readonly lastNumber: number | null;
  readonly writerAppointmentId: string | null;
}
interface Follower {
  readonly earlierId: string | null;
  readonly linkId: string | null;
  readonly kind: NoticeKind;
  readonly content: string;
}

/** The page is cut along the index of due times before anything is joined to it: the joins would have all of it sorted. */
const OWED = `SELECT o.id, o.unit_id AS unitId, u.name AS unitName, o.kind, o.title, o.period, o.due_at AS dueAt,
    t.asked_due_at AS askedDueAt, n.id AS lastId, n.kind AS lastKind, n.year AS lastYear, n.number AS lastNumber,
    n.writer_appointment_id AS writerAppointmentId
  FROM (SELECT p.* FROM obligation p
    WHERE p.group_id = ? AND p.due_at <= ? AND p.due_at >= ? AND (p.due_at > ? OR p.id > ?)
      AND p.met_at IS NULL AND p.waived_at IS NULL AND p.kind <> 'ticket-sign'
      AND p.unit_id NOT IN (SELECT l.id FROM unit l WHERE l.group_id = ? AND l.kind = 'lead')
    ORDER BY p.due_at, p.id LIMIT ${String(BATCH)}) o
  JOIN unit u ON u.id = o.unit_id
  LEFT JOIN supervision_ticket t ON t.id = o.record_id
  LEFT JOIN supervision_notice n ON n.id = t.notice_id
  ORDER BY o.due_at, o.id`;

/** Reads what is owed and past due, with what was issued about it, batch by batch in the order of due times. */
@Injectable()
export class LadderRecords {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly circulars: PriorCirculars,
  ) {}

  /** What a group's units have not done in time. What somebody has drafted or issued a next notice about is left out. */
  async *overdue(groupId: string, now: Instant): AsyncGenerator<readonly Candidate[]> {
    let last = { dueAt: addWholeDays(now, -OLDEST_DAYS), id: '' };
    for (;;) {
      const rows = await this.database.rows<Row>(OWED, [groupId, now, last.dueAt, last.dueAt, last.id, groupId]);
      if (rows.length > 0) yield await this.candidatesOf(groupId, rows);
      const end = rows[rows.length - 1];
      if (end === undefined || rows.length < BATCH) return;
      last = end;
    }
  }

  private async candidatesOf(groupId: string, rows: readonly Row[]): Promise<readonly Candidate[]> {
    const [taken, circulars] = await Promise.all([
      this.takenUp(rows),
      this.circulars.of(
        groupId,
        rows.map(({ id }) => id),
      ),
    ]);
    const candidates: Candidate[] = [];
    // One after the other: the first row of a year reads it, the others find it kept.
    for (const row of rows.filter((each) => !taken.has(keyOf(each)))) {
      candidates.push({
        obligationId: row.id,
        unitId: row.unitId,
        unitName: row.unitName,
        title: await this.titleOf(groupId, row),
        dueAt: row.dueAt,
        metAt: null,
        waivedAt: null,
        last: lastOf(row),
        circulars: circulars.get(row.id) ?? [],
        isExtensionAsked: row.askedDueAt !== null,
        writerAppointmentId: row.writerAppointmentId,
      });
    }
    return candidates;
  }

  private async titleOf(groupId: string, row: Row): Promise<string> {
    const year = await this.years.of(groupId, row.period);
    if (year === null) return row.title ?? '';
    return isAsked(row.kind)
      ? titleOf(year.settings, row)
      : `${formatPeriod(row.period)}${titleOf(year.settings, row)}`;
  }

  /** The matters, by unit, about which there is a next notice already, whoever drafted it. */
  private async takenUp(rows: readonly Row[]): Promise<ReadonlySet<string>> {
    const matters = [...new Set(rows.map(({ id, lastId }) => lastId ?? id))];
    const places = matters.map(() => '?').join(', ');
    const followers = await this.database.rows<Follower>(
      `SELECT earlier_id AS earlierId, link_id AS linkId, kind, content FROM supervision_notice
       WHERE (earlier_id IN (${places}) OR link_id IN (${places})) AND state NOT IN ('discarded', 'voided')`,
      [...matters, ...matters],
    );
    const units = new Map<string, Set<string>>();
    for (const { earlierId, linkId, kind, content } of followers) {
      const { addressees } = JSON.parse(content) as NoticeContent;
      for (const matter of [earlierId, linkId].flatMap((id) => id ?? [])) {
        const known = units.get(matter) ?? new Set<string>();
        units.set(matter, known);
        for (const { unitId } of addressees) known.add(kind === 'clue' ? ANY_UNIT : unitId);
      }
    }
    const isTaken = (row: Row): boolean => {
      const known = units.get(row.lastId ?? row.id);
      return known?.has(row.unitId) === true || known?.has(ANY_UNIT) === true;
    };
    return new Set(rows.filter(isTaken).map(keyOf));
  }
}

/** A clue goes to another unit than the one it is about. */
const ANY_UNIT = '';

function keyOf({ id }: Row): string {
  return id;
}

function lastOf({ lastId, lastKind, lastYear, lastNumber }: Row): LadderRecord['last'] {
  if (lastId === null || lastKind === null) return null;
  return { id: lastId, kind: lastKind, number: noticeNumber(lastKind, lastYear ?? 0, lastNumber) };
}
