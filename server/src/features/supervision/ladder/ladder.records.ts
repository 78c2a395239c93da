import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addWholeDays, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import {
  isPrompted,
  priorOfMatter,
  ruleOf,
  type FallenRoot,
  type LadderRecord,
  type NoticeContent,
  type NoticeKind,
  type Prior,
} from '@jiannuo/shared/supervision';
import { batchesOf, Database, placesFor } from '../../../platform/database';
import { OwedTitles } from '../../obligations';
import { CircularQueries } from '../circulars/circular.queries';
import { PriorQueries } from '../clues/prior.queries';
import { IS_SHAKEN } from '../waiting/reader.asks';
import { correctedBy, rungsOf } from './ladder.corrections';
import { deedsAbout } from './ladder.deeds';
import { fallenRoots } from './ladder.held';

/** What was due longer ago than this, in days, is no matter for a proposal any more. */
const OLDEST_DAYS = 60;
/** Records that one batch holds. */
const BATCH = 500;
/**
 * For how many matters at a time it is asked what was issued about them: from 200 on MariaDB no longer looks each one up
 * before it plans, but takes an average in which all notices about nothing count as one, and reads the whole table.
 */
const MATTERS_AT_ONCE = 150;

/** For so many days a draft that nobody touches keeps the ladder from proposing about the same. */
const IDLE_DAYS = 7;
const ISSUED_CLUES = "SELECT content FROM supervision_notice WHERE group_id = ? AND kind = 'clue' AND state = 'issued'";

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
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
  readonly ticketId: string | null;
  readonly shelteredUntil: Instant | null;
  readonly isShaken: boolean | number;
  readonly lastId: string | null;
  readonly lastKind: NoticeKind | null;
  readonly lastContent: string | null;
  readonly writerAppointmentId: string | null;
}
interface Follower {
  readonly earlierId: string | null;
  readonly linkId: string | null;
  readonly kind: NoticeKind;
  /** When it was issued, or last worked at while a draft; null while another person has it. */
  readonly restsSince: Instant | null;
  readonly content: string;
}

/** What is owed, with the notice that asks for it and those which that one corrects: a rung on any of them is out. */
interface Owed extends Row {
  readonly rungIds: readonly string[];
}

/** A clue that was issued, which what it rests on goes no further than. */
interface IssuedClue {
  readonly content: string;
}

/** A notice about the same, with the units that it is about; null for an older clue, which names none. */
interface Next extends Pick<Follower, 'earlierId' | 'linkId' | 'restsSince'> {
  readonly units: ReadonlySet<string> | null;
  readonly isClue: boolean;
}

/** The page is cut along the index of due times before anything is joined to it: the joins would have all of it sorted. */
const OVERDUE = `SELECT p.* FROM obligation p
  WHERE p.group_id = ? AND p.due_at <= ? AND p.due_at >= ? AND (p.due_at > ? OR p.id > ?)
    AND p.met_at IS NULL AND p.waived_at IS NULL AND p.kind <> 'ticket-sign'
    AND p.unit_id NOT IN (SELECT l.id FROM unit l WHERE l.group_id = ? AND l.kind = 'lead')
  ORDER BY p.due_at, p.id LIMIT ${String(BATCH)}`;

function owedAmong(obligations: string): string {
  return `SELECT o.id, o.unit_id AS unitId, u.name AS unitName, o.kind, o.title, o.period, o.due_at AS dueAt,
      o.met_at AS metAt, o.waived_at AS waivedAt, t.id AS ticketId, t.sheltered_until AS shelteredUntil, n.id AS lastId,
      n.kind AS lastKind, n.content AS lastContent, ${IS_SHAKEN} AS isShaken, n.writer_appointment_id AS writerAppointmentId
    FROM (${obligations}) o
    JOIN unit u ON u.id = o.unit_id
    LEFT JOIN supervision_ticket t ON t.id = o.record_id
    LEFT JOIN supervision_notice n ON n.id = t.notice_id
    ORDER BY o.due_at, o.id`;
}

/** Reads what is owed and past due, with what was issued about it, batch by batch in the order of due times. */
@Injectable()
export class LadderRecords {
  constructor(
    private readonly database: Database,
    private readonly titles: OwedTitles,
    private readonly circulars: CircularQueries,
    private readonly prior: PriorQueries,
  ) {}

  /** What a group's units have not done in time. What somebody has drafted or issued a next notice about is left out. */
  async *overdue(groupId: string, now: Instant): AsyncGenerator<readonly Candidate[]> {
    const issued = await this.database.rows<IssuedClue>(ISSUED_CLUES, [groupId]);
    const clues = issued.map(({ content }) => JSON.parse(content) as NoticeContent);
    const roots = await fallenRoots(this.database, groupId);
    let last = { dueAt: addWholeDays(now, -OLDEST_DAYS), id: '' };
    for (;;) {
      const rows = await this.database.rows<Row>(owedAmong(OVERDUE), [
        ...[groupId, now, last.dueAt, last.dueAt, last.id, groupId],
      ]);
      if (rows.length > 0) {
        const taken = await this.takenUp(rows, clues, now);
        const untaken = rows.filter(({ id }) => !taken.has(id));
        yield await this.candidatesOf(groupId, untaken, roots);
      }
      const end = rows[rows.length - 1];
      if (end === undefined || rows.length < BATCH) return;
      last = end;
    }
  }

  /** How one thing owed stands now, whatever was issued about it; null where there is none. */
  async one(groupId: string, id: string): Promise<Candidate | null> {
    const named = 'SELECT p.* FROM obligation p WHERE p.group_id = ? AND p.id = ?';
    const [candidate] = await this.candidatesOf(
      groupId,
      await this.database.rows<Row>(owedAmong(named), [groupId, id]),
      await fallenRoots(this.database, groupId),
    );
    return candidate ?? null;
  }

  /** What units had before, for the dossier of a clue about them; nothing where none is named. */
  before(groupId: string, unitIds: readonly string[], tx?: EntityManager): Promise<Prior> {
    return this.prior.of(groupId, unitIds, tx);
  }

  private async candidatesOf(
    groupId: string,
    rows: readonly Row[],
    roots: ReadonlyMap<string, FallenRoot>,
  ): Promise<readonly Candidate[]> {
    const ids = rows.map(({ id }) => id);
    const [circulars, deeds] = await Promise.all([this.circulars.about(groupId, ids), deedsAbout(this.database, rows)]);
    const candidates: Candidate[] = [];
    // One after the other: the first row of a year reads it, the others find it kept.
    for (const row of rows) {
      const { id, unitId, unitName, dueAt, metAt, waivedAt, writerAppointmentId } = row;
      candidates.push({
        obligationId: id,
        unitId,
        unitName,
        title: await this.titles.of(groupId, row),
        dueAt,
        metAt,
        waivedAt,
        last: lastOf(row, await this.isPrompted(groupId, row)),
        deeds: deeds.get(id) ?? [],
        circulars: circulars.get(id) ?? [],
        shelteredUntil: row.shelteredUntil,
        root: roots.get(id) ?? null,
        isShaken: Number(row.isShaken) === 1,
        writerAppointmentId,
      });
    }
    return candidates;
  }

  /** Whether art. 16 finds a notice about it: only of a talk that takes more than a look at the last one. */
  private async isPrompted(groupId: string, { id, unitId, lastId, lastKind: kind }: Row): Promise<boolean> {
    if (kind !== 'talk') return isPrompted({ notices: kind === null ? [] : [{ kind }], circulars: [] });
    const prior = await this.prior.of(groupId, [unitId]);
    return isPrompted(priorOfMatter(prior, { link: { id }, earlierId: lastId }));
  }

  /**
   * What of these somebody has drafted or issued a next notice about, whoever it was. A clue ends only what would lead to
   * another: of any other proposal all officers see whether it comes, and would learn from it that the clue is there.
   */
  private async takenUp(
    rows: readonly Row[],
    clues: readonly NoticeContent[],
    now: Instant,
  ): Promise<ReadonlySet<string>> {
    const corrected = await correctedBy(
      this.database,
      rows.flatMap(({ lastId }) => lastId ?? []),
    );
    const owed = rows.map((row) => ({ ...row, rungIds: rungsOf(row.lastId, corrected) }));
    const followers = await this.issuedAbout([...new Set(owed.flatMap(mattersOf))], now);
    const byMatter = new Map<string, Next[]>();
    for (const { earlierId, linkId, kind, restsSince, content } of followers) {
      const units = unitsOf(kind, JSON.parse(content) as NoticeContent);
      const next = { earlierId, linkId, restsSince, units, isClue: kind === 'clue' };
      for (const matter of new Set([earlierId, linkId])) {
        if (matter !== null) byMatter.set(matter, [...(byMatter.get(matter) ?? []), next]);
      }
    }
    const isTaken = (row: Owed): boolean => {
      if (leadsToClue(row) && clues.some((clue) => restsOn(clue, row))) return true;
      return mattersOf(row).some((matter) => byMatter.get(matter)?.some((next) => takesUp(next, row)) === true);
    };
    return new Set(owed.filter(isTaken).map(({ id }) => id));
  }

  /**
   * What stands about these matters. A notice that asks for nothing is no rung, nor is a leader's instruction, of which
   * only named persons know, nor a draft that was left lying.
   */
  private async issuedAbout(matters: readonly string[], now: Instant): Promise<readonly Follower[]> {
    const followers: Follower[] = [];
    for (const some of batchesOf(matters, MATTERS_AT_ONCE)) {
      const places = placesFor(some);
      const found = await this.database.rows<Follower>(
        `SELECT earlier_id AS earlierId, link_id AS linkId, kind, content,
           CASE WHEN state = 'draft' THEN moved_at ELSE issued_at END AS restsSince FROM supervision_notice
         WHERE (earlier_id IN (${places}) OR link_id IN (${places})) AND state NOT IN ('discarded', 'voided', 'lapsed')
           AND answer <> 'none' AND kind <> 'instruction'
           AND (state NOT IN ('draft', 'checking', 'checked') OR moved_at > ?)`,
        [...some, ...some, addWholeDays(now, -IDLE_DAYS)],
      );
      followers.push(...found);
    }
    return followers;
  }
}

function unitsOf(kind: NoticeKind, { addressees, accusedIds }: NoticeContent): Next['units'] {
  if (ruleOf(kind).accuses !== true) return new Set(addressees.map(({ unitId }) => unitId));
  return accusedIds === undefined ? null : new Set(accusedIds);
}

/** What a next notice about something owed names: the notice that asks for it, or itself. */
function mattersOf({ id, rungIds }: Owed): readonly string[] {
  return [...rungIds, id];
}

/** Whether a notice goes on about something of this unit. One issued, or left as a draft, before it was due only reminds of it. */
function takesUp({ earlierId, restsSince, units, isClue }: Next, row: Owed): boolean {
  const { unitId, rungIds, dueAt } = row;
  if (isClue && !leadsToClue(row)) return false;
  const isRung = earlierId !== null && rungIds.includes(earlierId);
  if (!isRung && restsSince !== null && restsSince < dueAt) return false;
  return units?.has(unitId) ?? true;
}

/** Whether the next rung is one of which only named persons know. */
function leadsToClue({ lastKind }: Row): boolean {
  return lastKind === 'talk';
}

/** Whether a clue about this unit was issued on what asks for it: the matter is with the oversight group then. */
function restsOn({ dossier, accusedIds }: NoticeContent, { rungIds, unitId }: Owed): boolean {
  return dossier?.noticeIds.some((id) => rungIds.includes(id)) === true && accusedIds?.includes(unitId) === true;
}

function lastOf({ lastId, lastKind, lastContent }: Row, isPrompted: boolean): LadderRecord['last'] {
  if (lastId === null || lastKind === null || lastContent === null) return null;
  const { title, requirement, dueAt, fields } = JSON.parse(lastContent) as NoticeContent;
  return { id: lastId, kind: lastKind, title, requirement, dueAt, facts: fields['facts'] ?? '', isPrompted };
}
