import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  gravest,
  NO_PROGRESS,
  noticeNumber,
  type Answer,
  type NoticeContent,
  type NoticeKind,
  type NoticeListView,
  type NoticeReader,
  type NoticeRow,
  type NoticeState,
} from '@jiannuo/shared/supervision';
import { Database, placesFor, type SqlValue } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { restingOn } from '../clues/resting';
import { NoticeCounts } from './notice.counts';
import { namesOf } from '../drafting/notice.texts';
import { asksReader, HAS_GONE_READER, IS_SHAKEN } from '../waiting/reader.asks';
import { known } from '../supervision.lock';
import { openTicket, UNFINISHED } from '../tickets/ticket.deeds';

/** How many units a list names of one notice. */
const NAMED_UNITS = 3;

/** A notice as its table holds it. */
export interface NoticeRecord {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly number: number | null;
  readonly title: string;
  readonly state: NoticeState;
  readonly isProposed: boolean | number;
  readonly isConfidential: boolean;
  readonly answer: Answer;
  readonly dueAt: Instant | null;
  readonly movedAt: Instant;
  readonly issuedAt: Instant | null;
  readonly content: string;
  readonly version: number;
  readonly earlierId: string | null;
  readonly correctsId: string | null;
  /** When the finding of 瞒报 that it stands on was cleared; null where it stands. */
  readonly findingClearedAt: Instant | null;
  readonly writerPersonId: string | null;
  readonly writerName: string | null;
  readonly hasGoneReader: boolean | number;
  readonly isShaken: boolean | number;
  readonly unfinished: number | string;
  readonly issuedChain: string | null;
  /** Whether it waits for the reader as a draft does. */
  readonly asksReader: boolean | number;
}

const COLUMNS = `n.id, n.kind, n.year, n.number, n.title, n.state, (n.proposal_key IS NOT NULL OR n.state = 'lapsed') AS isProposed,
    n.is_confidential AS isConfidential, n.answer, n.due_at AS dueAt, n.moved_at AS movedAt, n.issued_at AS issuedAt, n.content, n.version,
    n.earlier_id AS earlierId, n.corrects_id AS correctsId,
    n.finding_cleared_at AS findingClearedAt, n.writer_person_id AS writerPersonId,
    n.writer_name AS writerName, ${HAS_GONE_READER} AS hasGoneReader, ${IS_SHAKEN} AS isShaken, ${UNFINISHED} AS unfinished,
    n.issued_chain AS issuedChain`;

interface Issued extends Pick<NoticeRecord, 'kind' | 'year' | 'number'> {
  readonly issuedAt: Instant;
}

/** Reads notices as the table holds them, and makes rows of them. */
@Injectable()
export class NoticeRecords {
  constructor(
    private readonly database: Database,
    private readonly counts: NoticeCounts,
  ) {}

  /** Those notices `n` of which a condition holds, as they are for this reader. */
  read(actor: Actor, where: string, parameters: readonly SqlValue[]): Promise<NoticeRecord[]> {
    const asks = asksReader(actor);
    return this.database.rows<NoticeRecord>(
      `SELECT ${COLUMNS}, CASE WHEN ${asks.where} THEN 1 ELSE 0 END AS asksReader FROM supervision_notice n WHERE ${where}`,
      [...asks.parameters, ...parameters],
    );
  }

  /** How a list shows them, in their order. */
  async rowsOf(actor: Actor, records: readonly NoticeRecord[]): Promise<readonly NoticeRow[]> {
    const addressed = new Map(
      records.map(({ id, content }) => [id, (JSON.parse(content) as NoticeContent).addressees.map((to) => to.unitId)]),
    );
    const [counts, names] = await Promise.all([
      this.counts.of(
        actor.groupId,
        records.map(({ id }) => id),
      ),
      this.namesOf([...addressed.values()].flatMap((units) => units.slice(0, NAMED_UNITS))),
    ]);
    return records.map((record): NoticeRow => {
      const { id, kind, year, number, title, state, answer, dueAt, issuedAt, movedAt } = record;
      const units = addressed.get(id) ?? [];
      const counted = counts.get(id) ?? { tickets: NO_PROGRESS, reviewDueAt: null, overdueSince: null };
      const isShaken = state === 'issued' && Number(record.isShaken) === 1;
      return {
        id,
        kind,
        number: noticeNumber(kind, year, number),
        title,
        state,
        isProposed: Boolean(Number(record.isProposed)),
        isConfidential: Boolean(record.isConfidential),
        answer,
        dueAt,
        at: issuedAt ?? movedAt,
        unitNames: units.slice(0, NAMED_UNITS).flatMap((unit) => names.get(unit) ?? []),
        unitCount: units.length,
        ...counted,
        ...(isShaken ? lateWithNothing(counted) : {}),
        findingClearedAt: record.findingClearedAt,
        isShaken,
        isYours: Boolean(Number(record.asksReader)) || counted.tickets.waiting > 0,
      };
    });
  }

  /** The gravest rung on which a unit stands (走到哪一级): the latest of what was issued to it and is not done. */
  async reachedBy(actor: Actor, unitId: string): Promise<NoticeListView['reached']> {
    const { where, parameters } = known(actor);
    const rows = await this.database.rows<Issued>(
      `SELECT n.kind, n.year, n.number, n.issued_at AS issuedAt FROM supervision_ticket t
       JOIN supervision_notice n ON n.id = t.notice_id
       WHERE ${where} AND t.unit_id = ? AND t.part <> 'copy' AND n.state = 'issued'
         AND ${openTicket('t')} ORDER BY n.issued_at DESC, n.id DESC`,
      [...parameters, unitId],
    );
    const last = gravest(rows);
    if (last === undefined) return null;
    const { kind, year, number, issuedAt } = last;
    return { kind, number: noticeNumber(kind, year, number), issuedAt };
  }

  /** When the finding of 瞒报 that a notice stands on was cleared; null where it stands. */
  async clearedAtOf(noticeId: string): Promise<Instant | null> {
    const sql = 'SELECT finding_cleared_at AS at FROM supervision_notice WHERE id = ?';
    return (await this.database.row<{ readonly at: Instant | null }>(sql, [noticeId]))?.at ?? null;
  }

  /** The numbers of the issued notices that rest on a notice and that the actor may know of; others are not there to him. */
  async restedOn(actor: Actor, id: string): Promise<readonly string[]> {
    const may = known(actor);
    const resting = ['', ...(await restingOn(this.database, actor.groupId, [id]))];
    const rows = await this.database.rows<Pick<NoticeRecord, 'kind' | 'year' | 'number'>>(
      `SELECT n.kind, n.year, n.number FROM supervision_notice n WHERE ${may.where} AND n.id IN (${placesFor(resting)})
       ORDER BY n.issued_at`,
      [...may.parameters, ...resting],
    );
    return rows.map(({ kind, year, number }) => noticeNumber(kind, year, number));
  }

  /** The names of units, by id. */
  namesOf(unitIds: readonly string[]): ReturnType<typeof namesOf> {
    return namesOf(this.database, unitIds);
  }

  /** Who alone may know of a confidential one, with those who left their posts since, and who followed them. */
  async readersOf(noticeId: string): Promise<readonly NoticeReader[]> {
    const rows = await this.database.rows<ReaderRow>(
      `SELECT a.id, a.unit_id AS unitId, a.role, u.name AS unitName, p.name, s.name AS successor,
         CASE WHEN a.ended_at IS NULL THEN 1 ELSE 0 END AS isInPost
       FROM supervision_reader r JOIN appointment a ON a.id = r.appointment_id
       JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = a.unit_id
       LEFT JOIN appointment b ON b.id = r.successor_id LEFT JOIN person s ON s.id = b.person_id
       WHERE r.notice_id = ? ORDER BY u.number, a.id`,
      [noticeId],
    );
    return rows.map(({ unitName, name, isInPost, ...reader }) => {
      const isNamed = name.startsWith(unitName);
      return { ...reader, name: isNamed ? name : `${unitName} ${name}`, isInPost: Number(isInPost) === 1 };
    });
  }
}

/** While the lead unit has to say whether a notice stands, none of its units counts as late. */
function lateWithNothing({ tickets }: Pick<NoticeRow, 'tickets'>): Pick<NoticeRow, 'tickets' | 'overdueSince'> {
  return { tickets: { ...tickets, overdue: 0 }, overdueSince: null };
}

interface ReaderRow extends Omit<NoticeReader, 'isInPost'> {
  readonly unitName: string;
  readonly isInPost: number | string;
}
