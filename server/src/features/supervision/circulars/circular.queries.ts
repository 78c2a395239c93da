import { Injectable } from '@nestjs/common';
import { addWholeDays, type DateText, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { Evidence } from '@jiannuo/shared/reporting';
import type {
  CircularItem,
  CircularListView,
  CircularReference,
  CircularRow,
  CircularSubjectsView,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, placesFor } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { OwedTitles, type Titled } from '../../obligations';
import { EvidenceFiles } from '../tickets/evidence-files';

/** How many stand on one page. */
const PAGE = 50;
/** How far back, in days, something due can still be what a circular names, and how many a choice offers. */
const OLDEST_DAYS = 180;
const MOST_SUBJECTS = 30;

interface CircularRecord {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly title: string;
  readonly issuedOn: DateText;
  readonly shortfall: string;
  readonly evidence: string;
  readonly byUnitId: string;
  readonly by: string;
  readonly enteredAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawReason: string | null;
  readonly kind: Titled['kind'] | null;
  readonly subjectTitle: string | null;
  readonly period: Period | null;
}

/** Reads what circulars named of units. */
@Injectable()
export class CircularQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: EvidenceFiles,
    private readonly titles: OwedTitles,
  ) {}

  /** A page of the items, the latest entered first; those that were taken back stand among them. */
  async list(actor: Actor, before: Instant | null): Promise<CircularListView> {
    const records = await this.database.rows<CircularRecord>(
      `SELECT c.id, c.unit_id AS unitId, u.name AS unitName, c.title, c.issued_on AS issuedOn, c.shortfall, c.evidence,
         a.unit_id AS byUnitId, c.by_name AS \`by\`, c.entered_at AS enteredAt, c.withdrawn_at AS withdrawnAt,
         c.withdrawn_by AS withdrawnBy, c.withdraw_reason AS withdrawReason, o.kind, o.title AS subjectTitle, o.period
       FROM supervision_circular c JOIN unit u ON u.id = c.unit_id
       JOIN appointment a ON a.id = c.by_appointment_id LEFT JOIN obligation o ON o.id = c.obligation_id
       WHERE c.group_id = ? AND (? IS NULL OR c.entered_at < ?)
       ORDER BY c.entered_at DESC, c.id DESC LIMIT ${String(PAGE + 1)}`,
      [actor.groupId, before, before],
    );
    const rows: CircularRow[] = [];
    for (const record of records.slice(0, PAGE)) rows.push(await this.rowOf(actor.groupId, record));
    return { serverNow: this.clock.now(), rows, hasMore: records.length > PAGE };
  }

  /** What a unit has not done in time, the latest due first: what a circular may have named. */
  async subjects(actor: Actor, unitId: string): Promise<CircularSubjectsView> {
    const now = this.clock.now();
    const owed = await this.database.rows<Titled & { readonly id: string; period: Period; dueAt: Instant }>(
      `SELECT id, kind, title, period, due_at AS dueAt FROM obligation
       WHERE group_id = ? AND unit_id = ? AND due_at <= ? AND due_at >= ? AND waived_at IS NULL
         AND (met_at IS NULL OR met_at >= due_at) AND kind <> 'ticket-sign'
       ORDER BY due_at DESC, id LIMIT ${String(MOST_SUBJECTS)}`,
      [actor.groupId, unitId, now, addWholeDays(now, -OLDEST_DAYS)],
    );
    const rows: CircularSubjectsView['rows'][number][] = [];
    for (const each of owed) {
      rows.push({ id: each.id, title: await this.titles.of(actor.groupId, each), dueAt: each.dueAt });
    }
    return { rows };
  }

  /** What circulars named of these obligations, by obligation. What was taken back counts no more. */
  async about(groupId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly CircularItem[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<CircularItem & { readonly obligationId: string }>(
      `SELECT obligation_id AS obligationId, title, issued_on AS issuedOn, shortfall FROM supervision_circular
       WHERE group_id = ? AND withdrawn_at IS NULL AND obligation_id IN (${placesFor(ids)})
       ORDER BY issued_on, id`,
      [groupId, ...ids],
    );
    const items = new Map<string, CircularItem[]>();
    for (const { obligationId, ...item } of rows) items.set(obligationId, [...(items.get(obligationId) ?? []), item]);
    return items;
  }

  /**
   * What circulars named of the matter of these notices, the earliest first: of what they are about, and of what their
   * units owed for them. As it stood at that moment: what is entered or taken back later changes no dossier.
   */
  inChain(groupId: string, noticeIds: readonly string[], asOf: Instant): Promise<readonly CircularReference[]> {
    const places = placesFor(noticeIds);
    const links = `SELECT n.link_id FROM supervision_notice n WHERE n.id IN (${places})`;
    const owed = `SELECT t.answer_obligation_id FROM supervision_ticket t WHERE t.notice_id IN (${places})`;
    return this.database.rows<CircularReference>(
      `SELECT c.id, u.name AS unitName, c.title, c.issued_on AS issuedOn, c.shortfall
       FROM supervision_circular c JOIN unit u ON u.id = c.unit_id
       WHERE c.group_id = ? AND c.entered_at <= ? AND (c.withdrawn_at IS NULL OR c.withdrawn_at > ?)
         AND (c.id IN (${links}) OR c.obligation_id IN (${links}) OR c.obligation_id IN (${owed}))
       ORDER BY c.issued_on, c.id`,
      [groupId, asOf, asOf, ...noticeIds, ...noticeIds, ...noticeIds],
    );
  }

  private async rowOf(groupId: string, record: CircularRecord): Promise<CircularRow> {
    const { id, unitId, unitName, title, issuedOn, shortfall, by, enteredAt, kind, period } = record;
    const { withdrawnAt, withdrawnBy, withdrawReason, subjectTitle } = record;
    const evidence = JSON.parse(record.evidence) as readonly Evidence[];
    return {
      id,
      unitId,
      unitName,
      title,
      issuedOn,
      shortfall,
      subject:
        kind === null || period === null ? null : await this.titles.of(groupId, { kind, title: subjectTitle, period }),
      evidence,
      attachments: await this.files.of(record.byUnitId, evidence),
      enteredAt,
      by,
      withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, by: withdrawnBy ?? '', reason: withdrawReason ?? '' },
    };
  }
}
