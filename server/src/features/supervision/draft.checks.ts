import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Refusal } from '@jiannuo/shared/kernel';
import type { Role, UnitKind } from '@jiannuo/shared/people';
import {
  earlierGap,
  earliestDueAt,
  noticeGaps,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type NoticeLink,
} from '@jiannuo/shared/supervision';
import { placesFor, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';
import { DraftGuards } from './draft-guards';
import { known } from './supervision.lock';
import { SupervisionYears } from './supervision-years';
import { TICKETS, type TicketRecord } from './ticket.queries';

/** How many ids one statement names. */
const IDS_AT_ONCE = 500;

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
  ) {}

  /** Refuses with every gap when a notice is not fit to be checked or issued. */
  async checkComplete(
    tx: EntityManager,
    actor: Actor,
    { kind, content, correctsId }: Checked & { readonly correctsId: string | null },
    at: { readonly now: Instant; readonly writerAppointmentId: string | null },
  ): Promise<void> {
    const unitKinds = await unitKindsOf(tx, actor.groupId, content);
    const settings = await this.years.clocksAt(actor.groupId, at.now, tx);
    const facts = { kind, now: at.now, earliestDueAt: earliestDueAt(at.now, settings), unitKinds };
    const [first, ...others] = noticeGaps(content, facts);
    if (first !== undefined) throw DomainError.from([first, ...others]);
    if (correctsId === null) await checkEarlier(tx, { kind, content }, at.now);
    await checkLink(tx, actor, content);
    if (ruleOf(kind).isConfidential) await checkReaders(tx, actor, content, at.writerAppointmentId);
    await this.guards.check(tx, { actor, kind, content, isSent: true });
  }

  /** Refuses a draft that names records which the writer cannot see or which are not there. */
  async checkReferences(tx: EntityManager, actor: Actor, { kind, content }: Checked): Promise<void> {
    const { earlierId } = content;
    if (earlierId !== null) {
      const { where, parameters } = known(actor);
      const sql = `SELECT n.id FROM supervision_notice n WHERE n.id = ? AND n.number IS NOT NULL AND ${where}`;
      if ((await rowsIn(tx, sql, [earlierId, ...parameters])).length === 0)
        throw DomainError.invalid('supervision.earlier-unfit');
    }
    await this.guards.check(tx, { actor, kind, content, isSent: false });
    await checkLink(tx, actor, content);
  }
}

/** Where a record lies that a notice is about; findings, which this subject does not know, are guarded by theirs. */
const LINKED: Readonly<Partial<Record<NoticeLink['kind'], string>>> = {
  obligation: 'SELECT id FROM obligation WHERE id = ? AND group_id = ?',
  measure: 'SELECT id FROM ledger_measure WHERE id = ? AND group_id = ?',
  circular: 'SELECT id FROM supervision_circular WHERE id = ? AND group_id = ? AND withdrawn_at IS NULL',
};

async function checkLink(tx: EntityManager, { groupId }: Actor, { link }: NoticeContent): Promise<void> {
  const sql = link === null ? undefined : LINKED[link.kind];
  if (link === null || sql === undefined) return;
  if ((await rowsIn(tx, sql, [link.id, groupId])).length === 0) throw DomainError.invalid('supervision.link-unknown');
}

async function unitKindsOf(
  tx: EntityManager,
  groupId: string,
  { addressees }: NoticeContent,
): Promise<ReadonlyMap<string, UnitKind>> {
  const kinds = new Map<string, UnitKind>();
  for (let from = 0; from < addressees.length; from += IDS_AT_ONCE) {
    const ids = addressees.slice(from, from + IDS_AT_ONCE).map(({ unitId }) => unitId);
    const sql = `SELECT id, kind FROM unit WHERE group_id = ? AND id IN (${placesFor(ids)})`;
    for (const { id, kind } of await rowsIn<{ id: string; kind: UnitKind }>(tx, sql, [groupId, ...ids])) {
      kinds.set(id, kind);
    }
  }
  return kinds;
}

/**
 * What follows a notice goes to units that had it, and where its ground stands on that notice, the unit has not met it
 * (art. 14, 16). A clue goes to others than it is about: one unit that has not met it is enough.
 */
async function checkEarlier(tx: EntityManager, { kind, content }: Checked, now: Instant): Promise<void> {
  const { earlierId, addressees, ground } = content;
  if (earlierId === null) return;
  const tickets = await rowsIn<TicketRecord>(tx, `${TICKETS} WHERE t.notice_id = ?`, [earlierId]);
  const gapOf = (ticket: TicketRecord | undefined): Refusal | null => {
    return ticket === undefined
      ? { code: 'supervision.earlier-unfit', facts: {} }
      : earlierGap({ kind, ground }, ticket, now);
  };
  const main = addressees.filter(({ part }) => part === 'main');
  const gaps =
    kind === 'clue'
      ? tickets.map(gapOf)
      : main.map(({ unitId }) => gapOf(tickets.find((ticket) => ticket.unitId === unitId)));
  const isFit = kind === 'clue' ? gaps.includes(null) : gaps.every((gap) => gap === null);
  const [first] = gaps.flatMap((gap) => gap ?? []);
  if (!isFit && first !== undefined) throw DomainError.from([first]);
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
  if (!isFit || readers.length < readerIds.length) throw DomainError.invalid('supervision.reader-unfit');
  const isChecked = readers.some(({ id, role }) => role === 'lead-officer' && id !== writerId);
  const isReceived = units.every((unit) => readers.some(({ unitId, role }) => unitId === unit && role === 'liaison'));
  if (!isChecked || !isReceived) throw DomainError.invalid('supervision.readers-incomplete');
}
