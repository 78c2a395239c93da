import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Refusal } from '@jiannuo/shared/kernel';
import {
  groundGone,
  linkFallen,
  namingGone,
  proposalOf,
  rootGone,
  saysMissing,
  type FallenRoot,
  type FirstOrder,
  type NoticeContent,
  type NoticeKind,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, lockRow, placesFor, rowsIn } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { FallenGrounds } from './fallen.commands';
import { contentOf } from './ladder.draft';
import { fallenRoots } from './ladder.held';
import { LadderRecords } from './ladder.records';
import type { LockedNotice } from '../supervision.lock';
import { SupervisionYears } from '../supervision-years';
import { isShaken } from '../waiting/reader.asks';

/** What a proposal rests on, as it stands now. */
interface Standing extends FirstOrder {
  readonly id: string;
  readonly linkId: string;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
  readonly shelteredUntil: Instant | null;
  readonly isShaken: boolean;
}
/** A proposal on which nothing rests any more, and why. */
export interface Lapse {
  readonly id: string;
  readonly why: Refusal;
}
type Roots = ReadonlyMap<string, FallenRoot>;
/** A row says yes or no by a number. */
function goneFrom(row: Standing, roots: Roots, now: Instant): Refusal | null {
  const root = roots.get(row.linkId) ?? null;
  return groundGone({ ...row, root, isShaken: Number(row.isShaken) === 1 }, now) ?? namingGone(row);
}
type Owed = Pick<Standing, 'unitName' | 'dueAt' | 'metAt' | 'waivedAt'>;
const OWED = `SELECT o.due_at AS dueAt, o.met_at AS metAt, o.waived_at AS waivedAt, u.name AS unitName`;
async function goneByHand(
  tx: EntityManager,
  { ground, about }: { readonly ground: string | null; readonly about: NamedLink },
  { roots, now }: { readonly roots: Roots; readonly now: Instant },
): Promise<Refusal | null> {
  const sql = `${OWED} FROM obligation o JOIN unit u ON u.id = o.unit_id WHERE o.id = ?`;
  const [owed] = await rowsIn<Owed>(tx, sql, [about.id]);
  if (owed === undefined) return null;
  const gone = linkFallen({ ...owed, ground, title: about.name?.title ?? '' }, now);
  if (gone !== null || !saysMissing(ground)) return gone;
  return rootGone(roots.get(about.id) ?? null, owed.unitName, now);
}
type NamedLink = NonNullable<NoticeContent['link']>;
/** An item that a notice rests on names a shortfall (Q25): there is none where it came in time, or was let off. */
async function namedGone(tx: EntityManager, { link, dossier }: NoticeContent, now: Instant): Promise<Refusal | null> {
  const ids = ['', ...(link?.kind === 'circular' ? [link.id] : []), ...(dossier?.circularIds ?? [])];
  const sql = `${OWED}, c.id, c.title FROM supervision_circular c JOIN obligation o ON o.id = c.obligation_id
    JOIN unit u ON u.id = o.unit_id WHERE c.id IN (${placesFor(ids)}) ORDER BY c.id`;
  const items = await rowsIn<Owed & { readonly id: string; readonly title: string }>(tx, sql, ids);
  for (const { id, title, ...owed } of items) {
    const gone = linkFallen({ ...owed, ground: 'late', title: `《${title}》点名的事项` }, now);
    // Of a dossier it is one thing among others, and is taken out.
    if (gone !== null) return id === link?.id ? gone : { code: 'supervision.dossier-item-gone', facts: { title } };
  }
  return null;
}
interface Proposed {
  readonly kind: NoticeKind;
  readonly content: string;
}

const STANDING = `SELECT n.id, n.link_id AS linkId, n.kind, n.earlier_id AS earlierId, u.name AS unitName, o.due_at AS dueAt, o.met_at AS metAt, o.waived_at AS waivedAt,
    t.sheltered_until AS shelteredUntil, CASE WHEN ${isShaken('t.notice_id')} THEN 1 ELSE 0 END AS isShaken,
    (SELECT MAX(c.issued_on) FROM supervision_circular c WHERE c.obligation_id = o.id AND c.withdrawn_at IS NULL) AS namedOn
  FROM supervision_notice n JOIN obligation o ON o.id = n.link_id JOIN unit u ON u.id = o.unit_id
  LEFT JOIN supervision_ticket t ON t.id = o.record_id
  WHERE n.proposal_key IS NOT NULL`;
/** Proposals that are looked through at once. */
const BATCH = 200;

/** Asks the record again about what the ladder proposed: days may lie between, in which the unit did it. */
@Injectable()
export class LadderChecks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly records: LadderRecords,
    private readonly years: SupervisionYears,
    private readonly fallen: FallenGrounds,
  ) {}

  /** Looks first whether what was issued before still stands, so that what is decided next sees it as it is now. */
  follow(groupId: string): Promise<void> {
    return this.fallen.follow(groupId);
  }

  /**
   * Refuses a notice that the ladder proposed when what it rests on was done, let off, or given more time since, or the
   * circular that it took for the warning was taken back; one that a person drafted when what it is about was let off, or
   * came in time although it says that it did not.
   */
  async check(tx: EntityManager, { id, groupId, content, correctsId }: LockedNotice, now: Instant): Promise<void> {
    if (correctsId !== null) return;
    const named = await namedGone(tx, content, now);
    if (named !== null) throw DomainError.from([named], 'conflict');
    if (content.link?.kind !== 'obligation') return;
    await lockRow(tx, 'obligation', content.link.id);
    const [standing] = await rowsIn<Standing>(tx, `${STANDING} AND n.id = ?`, [id]);
    const roots = await fallenRoots(this.database, groupId, tx);
    const gone =
      standing === undefined
        ? await goneByHand(tx, { ground: content.ground, about: content.link }, { roots, now })
        : goneFrom(standing, roots, now);
    if (gone !== null) throw DomainError.from([gone], 'conflict');
  }

  /** The open proposals of a group on which nothing rests any more; a part of them where there are many. */
  async lapsed(groupId: string, now: Instant): Promise<readonly Lapse[]> {
    const roots = await fallenRoots(this.database, groupId);
    const ids = [...roots.keys()];
    const isRootless = ids.length === 0 ? '' : ` OR o.id IN (${placesFor(ids)})`;
    const rows = await this.database.rows<Standing>(
      `${STANDING} AND n.group_id = ? AND n.state = 'proposed'
         AND (o.met_at IS NOT NULL OR o.waived_at IS NOT NULL OR o.due_at > ? OR t.sheltered_until > ?
           OR ${isShaken('t.notice_id')} OR (n.kind = 'order' AND n.earlier_id IS NULL AND NOT EXISTS (
             SELECT 1 FROM supervision_circular c WHERE c.obligation_id = o.id AND c.withdrawn_at IS NULL))${isRootless})
       ORDER BY n.id LIMIT ${String(BATCH)}`,
      [groupId, now, now, ...ids],
    );
    return rows.flatMap((row) => {
      const why = goneFrom(row, roots, now);
      return why === null ? [] : [{ id: row.id, why }];
    });
  }

  /** The declined proposals of a group whose day to be looked at again has come: they make room for one of today. */
  async toLookAt(groupId: string, now: Instant): Promise<readonly Lapse[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT id FROM supervision_notice WHERE group_id = ? AND state = 'declined' AND look_again_at <= ?
       ORDER BY id LIMIT ${String(BATCH)}`,
      [groupId, now],
    );
    return rows.map(({ id }) => ({ id, why: { code: 'supervision.look-again', facts: {} } }));
  }

  /** What a proposal says by the record of now: it is adopted as it stands today. Null where there is no such proposal. */
  async afresh(groupId: string, id: string): Promise<NoticeContent | null> {
    const sql = "SELECT kind, content FROM supervision_notice WHERE id = ? AND group_id = ? AND state = 'proposed'";
    const proposed = await this.database.row<Proposed>(sql, [id, groupId]);
    if (proposed === null) return null;
    const content = JSON.parse(proposed.content) as NoticeContent;
    const now = this.clock.now();
    const candidate = await this.records.one(groupId, content.link?.id ?? '');
    if (candidate === null) return content;
    const settings = await this.years.clocksAt(groupId, now);
    const prior = await this.records.before(groupId, content.accusedIds ?? []);
    const place = { now, settings, receivers: [], prior };
    const fresh = contentOf(candidate, proposalOf(candidate, proposed.kind, now), place);
    return { ...fresh, addressees: content.addressees, readerIds: content.readerIds };
  }
}
