import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Role, UnitKind } from '@jiannuo/shared/people';
import {
  decideCorrecting,
  dossierGap,
  earlierGap,
  earliestDueAt,
  gatherDossier,
  keepGap,
  noticeGaps,
  noticeNumber,
  priorIn,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeState,
} from '@jiannuo/shared/supervision';
import { batchesOf, placesFor, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';
import { DraftGuards } from './draft-guards';
import { NoticeLinks } from './notice.links';
import { PriorQueries } from '../clues/prior.queries';
import { allowed, known, type LockedNotice } from '../supervision.lock';
import { SupervisionYears } from '../supervision-years';
import { IS_SHAKEN } from '../waiting/reader.asks';
import { TICKETS, type TicketRecord } from '../tickets/ticket.queries';
import { WRITING } from '../notices/timeline';
import { isAboutMore, issuedBefore, noticesAmong } from './standing-before';

interface Checked {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
}

/** Proves a draft against the records it names: its units, the notice before it, the record it is about, who may know. */
@Injectable()
export class DraftChecks {
  constructor(
    private readonly years: SupervisionYears,
    private readonly guards: DraftGuards,
    private readonly links: NoticeLinks,
    private readonly prior: PriorQueries,
  ) {}

  /** Refuses with every gap when a notice is not fit to be checked or issued. */
  async checkComplete(
    tx: EntityManager,
    actor: Actor,
    { id, kind, content, correctsId }: Checked & { readonly id: string; readonly correctsId: string | null },
    at: { readonly now: Instant; readonly writerAppointmentId: string | null },
  ): Promise<void> {
    const unitKinds = await unitKindsOf(tx, actor.groupId, content);
    const settings = await this.years.clocksAt(actor.groupId, at.now, tx);
    const heldBefore = await heldBeforeOf(tx, correctsId);
    const facts = { kind, now: at.now, earliestDueAt: earliestDueAt(at.now, settings), unitKinds, heldBefore };
    const [first, ...others] = noticeGaps(content, facts);
    if (first !== undefined) throw DomainError.from([first, ...others]);
    if (correctsId === null) {
      await this.links.named(tx, actor.groupId, content.link);
      await this.checkBefore(tx, actor.groupId, { kind, content }, at.now);
      await checkWritten(tx, id, content);
    } else await checkCorrected(tx, correctsId);
    if (ruleOf(kind).isConfidential) await checkReaders(tx, actor, content, at.writerAppointmentId);
    await this.guards.check(tx, { actor, id, kind, content, correctsId, isSent: true });
  }

  /** What a notice stands on: a clue on its dossier, every other on the notice before. */
  private async checkBefore(tx: EntityManager, groupId: string, draft: Checked, now: Instant): Promise<void> {
    const { kind, content } = draft;
    if (ruleOf(kind).accuses !== true) {
      await checkEarlier(tx, draft, now);
      return;
    }
    const { accusedIds: unitIds = [] } = content;
    const prior = await this.prior.of(groupId, unitIds, tx);
    const dossier = content.dossier ?? gatherDossier(prior, content);
    const gap = dossierGap({ kind, ground: content.ground }, dossier, prior, now);
    if (gap === null) return;
    const gone =
      gap.code === 'supervision.dossier-unfit' ? await this.prior.goneOf(tx, groupId, { dossier, unitIds }) : null;
    throw DomainError.from([gone ?? gap]);
  }

  /** A notice does not stand once nothing is left of what its ground needs. */
  async checkKept(tx: EntityManager, { kind, groupId, earlierId, content }: LockedNotice): Promise<void> {
    const { accusedIds = [], dossier, ground, link } = content;
    if (ruleOf(kind).accuses === true && dossier == null) return;
    const named = dossier == null ? null : priorIn(await this.prior.of(groupId, accusedIds, tx), dossier);
    const ids = named?.notices.map(({ id }) => id);
    const gap = keepGap(
      { kind, ground },
      {
        notices: await (ids === undefined ? issuedBefore(tx, earlierId) : noticesAmong(tx, ids)),
        isNamed: (named?.circulars.length ?? 0) > 0,
        isAboutMore: await isAboutMore(tx, link),
      },
    );
    if (gap !== null) throw DomainError.from([gap], 'conflict');
  }

  /** Refuses a draft that names records which the writer cannot see or which are not there. */
  async checkReferences(tx: EntityManager, actor: Actor, { kind, content }: Checked): Promise<void> {
    const { earlierId } = content;
    if (earlierId !== null) {
      const { where, parameters } = known(actor);
      const sql = `SELECT n.kind FROM supervision_notice n WHERE n.id = ? AND n.number IS NOT NULL AND ${where}`;
      const [earlier] = await rowsIn<{ readonly kind: NoticeKind }>(tx, sql, [earlierId, ...parameters]);
      if (earlier === undefined) throw DomainError.invalid('supervision.earlier-unfit');
      // Whoever may read this one would learn that there is one he may not.
      if (ruleOf(earlier.kind).isConfidential && !ruleOf(kind).isConfidential)
        throw DomainError.invalid('supervision.earlier-confidential');
    }
    await this.guards.check(tx, { actor, id: null, kind, content, correctsId: null, isSent: false });
  }
}

async function unitKindsOf(
  tx: EntityManager,
  groupId: string,
  { addressees, accusedIds = [] }: NoticeContent,
): Promise<ReadonlyMap<string, UnitKind>> {
  const kinds = new Map<string, UnitKind>();
  for (const ids of batchesOf([...addressees.map(({ unitId }) => unitId), ...accusedIds])) {
    const sql = `SELECT id, kind FROM unit WHERE group_id = ? AND id IN (${placesFor(ids)})`;
    for (const { id, kind } of await rowsIn<{ id: string; kind: UnitKind }>(tx, sql, [groupId, ...ids])) {
      kinds.set(id, kind);
    }
  }
  return kinds;
}

/** When the talk is held by the notice that a draft corrects; null where it corrects none. */
async function heldBeforeOf(tx: EntityManager, correctsId: string | null): Promise<Instant | null> {
  const sql = 'SELECT held_at AS heldAt FROM supervision_notice WHERE id = ?';
  const [corrected] = await rowsIn<{ readonly heldAt: Instant | null }>(tx, sql, [correctsId ?? '']);
  return corrected?.heldAt ?? null;
}

/**
 * What follows a notice goes to units that had it, and where its ground stands on that notice, the unit has not met it
 * (art. 14).
 */
async function checkEarlier(tx: EntityManager, { kind, content }: Checked, now: Instant): Promise<void> {
  const { earlierId, addressees, ground } = content;
  if (earlierId === null) return;
  const shaken = `SELECT n.id FROM supervision_notice n WHERE n.id = ? AND ${IS_SHAKEN}`;
  if ((await rowsIn(tx, shaken, [earlierId])).length > 0) throw DomainError.invalid('supervision.earlier-shaken');
  const tickets = await rowsIn<TicketRecord>(tx, `${TICKETS} WHERE t.notice_id = ?`, [earlierId]);
  for (const { unitId, part } of addressees) {
    const ticket = tickets.find((each) => each.unitId === unitId);
    if (part !== 'main') continue;
    if (ticket === undefined) throw DomainError.invalid('supervision.earlier-unfit');
    const gap = earlierGap({ kind, ground }, ticket, now);
    if (gap !== null) throw DomainError.from([gap]);
  }
}

/**
 * What a draft says was written before what it rests on was said to stand all the same (维持): whoever sends, checks or
 * issues it sees first that its facts say so.
 */
async function checkWritten(tx: EntityManager, id: string, content: NoticeContent): Promise<void> {
  const { earlierId, dossier } = content;
  const before = [earlierId ?? '', ...(dossier?.noticeIds ?? [])];
  const [moved] = await rowsIn<Moved>(
    tx,
    `SELECT e.id, n.kind, n.year, n.number FROM supervision_event e JOIN supervision_notice n ON n.id = e.notice_id
     WHERE e.notice_id IN (${placesFor(before)}) AND e.ticket_id IS NULL AND e.action IN ('shake', 'keep')
     ORDER BY e.id DESC LIMIT 1`,
    before,
  );
  if (moved === undefined) return;
  const written = await rowsIn<Written>(
    tx,
    `SELECT id, content FROM supervision_event
     WHERE notice_id = ? AND ticket_id IS NULL AND action IN (${placesFor(WRITING)}) ORDER BY id DESC`,
    [id, ...WRITING],
  );
  if (!isBehind(written, moved.id, content)) return;
  throw DomainError.conflict('supervision.facts-behind', { title: noticeNumber(moved.kind, moved.year, moved.number) });
}

interface Written {
  readonly id: string;
  /** Null where the text was not kept. */
  readonly content: string | null;
}

/** Whether a draft, written last first, has had nothing written since that, or not its facts. */
function isBehind(written: readonly Written[], movedId: string, content: NoticeContent): boolean {
  const last = written.find(({ id }) => id < movedId);
  if (last === undefined) return false;
  if (written[0] === last) return true;
  const facts = factsIn(content);
  return last.content !== null && facts !== '' && factsIn(JSON.parse(last.content) as NoticeContent) === facts;
}

interface Moved extends Pick<LockedNotice, 'kind'> {
  readonly id: string;
  readonly year: number;
  readonly number: number;
}

function factsIn({ fields }: NoticeContent): string {
  return fields['facts'] ?? '';
}

/** What another correction or 作废 has ended meanwhile is not corrected again: its writer hears so before anybody checks. */
async function checkCorrected(tx: EntityManager, correctsId: string): Promise<void> {
  const sql = 'SELECT state FROM supervision_notice WHERE id = ?';
  const [corrected] = await rowsIn<{ readonly state: NoticeState }>(tx, sql, [correctsId]);
  if (corrected === undefined) throw DomainError.notFound('supervision.not-found');
  allowed(decideCorrecting(corrected.state));
}

/** Who may know: officers of the lead unit, one of them not the writer, and somebody of each unit addressed; nobody else. */
async function checkReaders(
  tx: EntityManager,
  actor: Actor,
  { readerIds, addressees }: NoticeContent,
  writerId: string | null,
): Promise<void> {
  const sql = `SELECT id, unit_id AS unitId, role FROM appointment
    WHERE group_id = ? AND ended_at IS NULL AND id IN (${placesFor(readerIds)})`;
  const readers = await rowsIn<{ id: string; unitId: string; role: Role }>(tx, sql, [actor.groupId, ...readerIds]);
  const units = addressees.map(({ unitId }) => unitId);
  const isFit = readers.every(({ unitId, role }) => role === 'lead-officer' || units.includes(unitId));
  if (readers.length < readerIds.length) await checkGone(tx, actor, readerIds);
  if (!isFit || readers.length < readerIds.length) throw DomainError.invalid('supervision.reader-unfit');
  const isChecked = readers.some(({ id, role }) => role === 'lead-officer' && id !== writerId);
  const isReceived = units.every((unit) => readers.some(({ unitId, role }) => unitId === unit && role === 'liaison'));
  if (!isChecked || !isReceived) throw DomainError.invalid('supervision.readers-incomplete');
}

/** Names the unit of whoever was chosen and has left his post since. */
async function checkGone(tx: EntityManager, { groupId }: Actor, readerIds: readonly string[]): Promise<void> {
  const sql = `SELECT u.name AS unit FROM appointment a JOIN unit u ON u.id = a.unit_id
    WHERE a.group_id = ? AND a.ended_at IS NOT NULL AND a.id IN (${placesFor(readerIds)}) ORDER BY u.number`;
  const [gone] = await rowsIn<{ unit: string }>(tx, sql, [groupId, ...readerIds]);
  if (gone !== undefined) throw DomainError.from([{ code: 'supervision.reader-gone', facts: { unit: gone.unit } }]);
}
