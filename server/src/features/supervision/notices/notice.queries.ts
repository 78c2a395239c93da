import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  byUrgency,
  clauseOf,
  noticeActions,
  type NoticeContent,
  type NoticeListView,
  type NoticeSort,
  type NoticeState,
  type NoticeView,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { IssueLook } from './issue.look';
import { LATE } from './notice.counts';
import { NoticePapers, type PaperAsked } from './notice.papers';
import { NoticeRecords, type NoticeRecord } from './notice.records';
import { partiesOf } from '../drafting/notice.texts';
import { Openings } from './openings';
import { situationOf } from './notice.rows';
import { ISSUED_ASKS } from '../waiting/reader.asks';
import { known } from '../supervision.lock';
import { waitsForLead } from '../tickets/ticket.queries';
import { Timeline } from './timeline';

/** How many stand on one page. */
const PAGE = 50;
/** Units of a notice wait for the lead unit: for the review of an answer, for an answer to a request for more time. */
const ASKS_LEAD = `EXISTS (SELECT 1 FROM supervision_ticket w
    WHERE w.notice_id = n.id AND ${waitsForLead('w')})`;
/** What it stands on was cleared: it is to be corrected or declared void. */
const ON_NOTHING = "(n.state = 'issued' AND n.finding_cleared_at IS NOT NULL)";
const ON_THEIR_WAY = "n.state IN ('proposed', 'draft', 'checking', 'checked')";
/** Units of a notice are late with a signature or an answer. */
const UNITS_LATE = `n.state = 'issued' AND EXISTS (SELECT 1 FROM supervision_ticket t
    LEFT JOIN obligation o ON o.id = t.answer_obligation_id LEFT JOIN obligation s ON s.id = t.sign_obligation_id
    WHERE t.notice_id = n.id AND (${LATE}))`;
/** What stands first: it is to be put right or waits for the lead unit, or a unit is late. */
const FIRST = `(${ON_THEIR_WAY} OR ${ON_NOTHING} OR ${ISSUED_ASKS} OR ${ASKS_LEAD} OR (${UNITS_LATE}))`;
/** In which order that is read, so that what is most pressing is never beyond the bound. */
const RANK = `CASE WHEN ${ASKS_LEAD} THEN 0
    WHEN ${ON_NOTHING} OR ${ISSUED_ASKS} OR n.state IN ('checking', 'checked') THEN 1 WHEN n.state = 'proposed' THEN 2
    WHEN n.state = 'draft' THEN 4 ELSE 3 END`;

/** While a notice is on its way, what issuing it would do can be said. */
const UNISSUED: readonly NoticeState[] = ['draft', 'checking', 'checked'];

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
    private readonly records: NoticeRecords,
    private readonly clock: Clock,
    private readonly timeline: Timeline,
    private readonly openings: Openings,
    private readonly looks: IssueLook,
    private readonly papers: NoticePapers,
  ) {}

  /** What waits for the reader, the soonest due first, and what units are late with; then a page of the others. */
  async list(actor: Actor, asked: NoticesAsked): Promise<NoticeListView> {
    const { where, parameters } = narrowed(actor, asked);
    const before = asked.before ?? null;
    const now = this.clock.now();
    const first =
      before === null
        ? await this.records.read(
            actor,
            `${where} AND ${FIRST} ORDER BY ${RANK}, n.moved_at DESC, n.id DESC LIMIT 200`,
            [...parameters, now, now],
          )
        : [];
    const others = await this.records.read(
      actor,
      `${where} AND NOT ${FIRST} AND (? IS NULL OR n.moved_at < ?)
       ORDER BY n.moved_at DESC, n.id DESC LIMIT ${String(PAGE + 1)}`,
      [...parameters, now, now, before, before],
    );
    const rows = await this.records.rowsOf(actor, [...first, ...others.slice(0, PAGE)]);
    const reached = asked.unitId === undefined ? null : await this.records.reachedBy(actor, asked.unitId);
    return { serverNow: now, rows: [...rows].sort(byUrgency), hasMore: others.length > PAGE, reached };
  }

  /** One notice with its tickets, its chain and what the actor may do. */
  async view(actor: Actor, id: string): Promise<NoticeView> {
    const { where, parameters } = known(actor);
    const [record] = await this.records.read(actor, `n.id = ? AND ${where}`, [id, ...parameters]);
    if (record === undefined) throw DomainError.notFound('supervision.not-found');
    const content = JSON.parse(record.content) as NoticeContent;
    const now = this.clock.now();
    const isConfidential = Boolean(record.isConfidential);
    const watermark = await this.openings.record(actor, { kind: 'notice', id }, { isConfidential, now });
    const [[row], names, history, units, withoutOfficer, paper, readers, attachments] = await Promise.all([
      this.records.rowsOf(actor, [record]),
      this.records.namesOf([...content.addressees.map(({ unitId }) => unitId), ...(content.accusedIds ?? [])]),
      this.timeline.ofNotice(id),
      this.looks.units(actor.groupId, id, now),
      this.looks.unstaffed(id),
      this.papers.of(actor, paperAsked(record, content, now)),
      this.records.readersOf(id),
      this.timeline.filesOfNotice(id),
    ]);
    if (row === undefined) throw DomainError.notFound('supervision.not-found');
    const { kind } = record;
    const actions = noticeActions(situationOf(actor, record));
    return {
      ...row,
      version: record.version,
      content,
      parties: partiesOf(content, names),
      accused: (content.accusedIds ?? []).flatMap((unitId) => names.get(unitId) ?? []),
      clause: clauseOf(kind, content.ground),
      attachments,
      actions,
      writer: record.writerName ?? '',
      history,
      units,
      withoutOfficer,
      ...paper,
      findingClearedAt: await this.clearedAtOf(record),
      correcting: await this.correctingOf(record, content),
      readers,
      restedOn: actions.includes('void') && !isConfidential ? await this.records.restedOn(actor, id) : [],
      watermark,
      openings: isConfidential ? await this.openings.of(id) : [],
      lastLook: actions.includes('issue') ? await this.looks.of(actor.groupId, { kind, content }, now) : null,
    };
  }

  /** When that was cleared on which it stands, or on which what it is to correct stands. */
  private async clearedAtOf({ findingClearedAt, correctsId, state }: NoticeRecord): Promise<Instant | null> {
    if (findingClearedAt !== null || correctsId === null || !UNISSUED.includes(state)) return findingClearedAt;
    return this.records.clearedAtOf(correctsId);
  }

  private async correctingOf(
    { correctsId, state }: NoticeRecord,
    content: NoticeContent,
  ): Promise<NoticeView['correcting']> {
    return correctsId !== null && UNISSUED.includes(state) ? this.looks.correcting(correctsId, content) : null;
  }
}

/** The paper of a notice for the lead unit, addressed to everybody that the notice is. */
function paperAsked(record: NoticeRecord, content: NoticeContent, now: Instant): PaperAsked {
  const { id, kind, number, correctsId, issuedAt, earlierId, issuedChain } = record;
  return {
    ...{ id, kind, number, correctsId, issuedAt, issuedChain, now, unit: null },
    content: { ...content, earlierId },
    isConfidential: Boolean(record.isConfidential),
    addressees: content.addressees,
  };
}
