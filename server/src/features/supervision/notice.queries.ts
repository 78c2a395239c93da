import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  NO_PROGRESS,
  noticeActions,
  noticeNumber,
  type Answer,
  type NoticeContent,
  type NoticeKind,
  type NoticeListView,
  type NoticeRow,
  type NoticeSort,
  type NoticeState,
  type NoticeView,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../platform/clock';
import { Database, type SqlValue } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { IssueLook } from './issue.look';
import { NoticeChain } from './notice.chain';
import { NoticeCounts } from './notice.counts';
import { namesOf, partiesOf } from './notice.texts';
import { Openings } from './openings';
import { known } from './supervision.lock';
import { clauseOf } from './ticket.queries';
import { Timeline } from './timeline';

/** How many stand on one page. */
const PAGE = 50;
/** How many units a list names of one notice. */
const NAMED_UNITS = 3;

interface NoticeRecord {
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
  readonly writerPersonId: string | null;
  readonly writerName: string | null;
}

const NOTICES = `SELECT n.id, n.kind, n.year, n.number, n.title, n.state, (n.proposal_key IS NOT NULL OR n.state = 'lapsed') AS isProposed,
    n.is_confidential AS isConfidential, n.answer, n.due_at AS dueAt, n.moved_at AS movedAt, n.issued_at AS issuedAt, n.content, n.version,
    n.earlier_id AS earlierId, n.corrects_id AS correctsId, n.writer_person_id AS writerPersonId,
    n.writer_name AS writerName
  FROM supervision_notice n`;
/** Units of a notice wait for the lead unit: for the review of an answer, for an answer to a request for more time. */
const ASKS_LEAD = `EXISTS (SELECT 1 FROM supervision_ticket w
    WHERE w.notice_id = n.id AND (w.state = 'answered' OR w.asked_due_at IS NOT NULL))`;
/** What waits for the lead unit: drafts on their way, proposals, and what its units wait for. */
const WAITING = `(n.state IN ('proposed', 'draft', 'checking', 'checked') OR ${ASKS_LEAD})`;

/** Which notices are listed. */
interface NoticesAsked {
  readonly before?: Instant;
  readonly unitId?: string;
  readonly sort?: NoticeSort;
}

/** What each sort that is no kind of notice narrows a list to. */
const SORTED: Readonly<Partial<Record<NoticeSort, string>>> = {
  proposal: "(n.proposal_key IS NOT NULL OR n.state = 'lapsed')",
  review: ASKS_LEAD,
};

/** What an actor may know of, narrowed to what is asked for. Until it is issued, a notice names its units in its text alone. */
function narrowed(actor: Actor, { unitId, sort }: NoticesAsked): ReturnType<typeof known> {
  const { where, parameters } = known(actor);
  const unit = `(EXISTS (SELECT 1 FROM supervision_ticket a WHERE a.notice_id = n.id AND a.unit_id = ?)
    OR (n.number IS NULL AND INSTR(n.content, ?) > 0))`;
  return {
    where: [
      where,
      ...(unitId === undefined ? [] : [unit]),
      ...(sort === undefined ? [] : [SORTED[sort] ?? 'n.kind = ?']),
    ].join(' AND '),
    parameters: [
      ...parameters,
      ...(unitId === undefined ? [] : [unitId, `"unitId":"${unitId}"`]),
      ...(sort === undefined || sort in SORTED ? [] : [sort]),
    ],
  };
}

/** Reads notices for the lead unit's screens. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly timeline: Timeline,
    private readonly openings: Openings,
    private readonly looks: IssueLook,
    private readonly chain: NoticeChain,
    private readonly counts: NoticeCounts,
  ) {}

  /** What waits for the lead unit, then a page of the others; both the latest first, and of the unit and sort asked for. */
  async list(actor: Actor, asked: NoticesAsked): Promise<NoticeListView> {
    const { where, parameters } = narrowed(actor, asked);
    const before = asked.before ?? null;
    const waiting =
      before === null ? await this.read(`${where} AND ${WAITING} ORDER BY n.moved_at DESC LIMIT 200`, parameters) : [];
    const others = await this.read(
      `${where} AND NOT ${WAITING} AND (? IS NULL OR n.moved_at < ?)
       ORDER BY n.moved_at DESC, n.id DESC LIMIT ${String(PAGE + 1)}`,
      [...parameters, before, before],
    );
    const rows = await this.rowsOf(actor, [...waiting, ...others.slice(0, PAGE)]);
    return { serverNow: this.clock.now(), rows, hasMore: others.length > PAGE };
  }

  /** One notice with its tickets, its chain and what the actor may do. */
  async view(actor: Actor, id: string): Promise<NoticeView> {
    const { where, parameters } = known(actor);
    const [record] = await this.read(`n.id = ? AND ${where}`, [id, ...parameters]);
    if (record === undefined) throw DomainError.notFound('supervision.not-found');
    const content = JSON.parse(record.content) as NoticeContent;
    const now = this.clock.now();
    const isConfidential = Boolean(record.isConfidential);
    const watermark = await this.openings.record(actor, { kind: 'notice', id }, { isConfidential, now });
    const [[row], names, history, units, chain, corrects, correctedBy, readers, attachments] = await Promise.all([
      this.rowsOf(actor, [record]),
      namesOf(
        this.database,
        content.addressees.map(({ unitId }) => unitId),
      ),
      this.timeline.ofNotice(id),
      this.looks.units(actor.groupId, id, now),
      this.chain.before(actor, record.earlierId),
      this.chain.one(actor, record.correctsId),
      this.chain.correctionOf(actor, id),
      this.readersOf(id),
      this.timeline.filesOfNotice(id),
    ]);
    if (row === undefined) throw DomainError.notFound('supervision.not-found');
    const { kind, state, writerPersonId } = record;
    const actions = noticeActions({ kind, state, role: actor.role, isWriter: writerPersonId === actor.personId });
    return {
      ...row,
      version: record.version,
      content,
      parties: partiesOf(content, names),
      clause: clauseOf(kind, content.ground),
      attachments,
      actions,
      writer: record.writerName ?? '',
      history,
      units,
      chain,
      circulars: await this.chain.circularsOf(actor, id, chain, record.issuedAt ?? now),
      corrects,
      correctedBy,
      readers,
      watermark,
      openings: isConfidential ? await this.openings.of(id) : [],
      lastLook: actions.includes('issue') ? await this.looks.of(actor.groupId, kind, content, now) : null,
    };
  }

  private read(where: string, parameters: readonly SqlValue[]): Promise<NoticeRecord[]> {
    return this.database.rows<NoticeRecord>(`${NOTICES} WHERE ${where}`, parameters);
  }

  private async rowsOf(actor: Actor, records: readonly NoticeRecord[]): Promise<readonly NoticeRow[]> {
    const addressed = new Map(
      records.map(({ id, content }) => [id, (JSON.parse(content) as NoticeContent).addressees.map((to) => to.unitId)]),
    );
    const [counts, names] = await Promise.all([
      this.counts.of(
        actor.groupId,
        records.map(({ id }) => id),
      ),
      namesOf(
        this.database,
        [...addressed.values()].flatMap((units) => units.slice(0, NAMED_UNITS)),
      ),
    ]);
    return records.map((record): NoticeRow => {
      const { id, kind, year, number, title, state, answer, dueAt, issuedAt, movedAt } = record;
      const units = addressed.get(id) ?? [];
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
        tickets: counts.get(id)?.tickets ?? NO_PROGRESS,
        reviewDueAt: counts.get(id)?.reviewDueAt ?? null,
      };
    });
  }

  private async readersOf(noticeId: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ unit: string; name: string }>(
      `SELECT u.name AS unit, p.name FROM supervision_reader r JOIN appointment a ON a.id = r.appointment_id
       JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = a.unit_id WHERE r.notice_id = ? ORDER BY u.number, a.id`,
      [noticeId],
    );
    return rows.map(({ unit, name }) => (name.startsWith(unit) ? name : `${unit} ${name}`));
  }
}
