import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Refusal } from '@jiannuo/shared/kernel';
import { groundGone, holdsLadder, proposalOf, type NoticeContent, type NoticeKind } from '@jiannuo/shared/supervision';
import { Clock } from '../../platform/clock';
import { Database, lockRow, rowsIn } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { contentOf } from './ladder.draft';
import { LadderRecords } from './ladder.records';
import type { LockedNotice } from './supervision.lock';
import { SupervisionYears } from './supervision-years';

/** What a proposal rests on, as it stands now. */
interface Standing {
  readonly id: string;
  readonly unitName: string;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly waivedAt: Instant | null;
  readonly askedDueAt: Instant | null;
  /** What was decided last about a request for more time; null where nothing was. */
  readonly decided: 'refuse-extension' | 'grant-extension' | null;
}
/** A proposal on which nothing rests any more, and why. */
export interface Lapse {
  readonly id: string;
  readonly why: Refusal;
}
interface Proposed {
  readonly kind: NoticeKind;
  readonly content: string;
}

const DECIDED = `(SELECT e.action FROM supervision_event e
  WHERE e.ticket_id = t.id AND e.action IN ('refuse-extension', 'grant-extension')
  ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)`;
const STANDING = `SELECT n.id, u.name AS unitName, o.due_at AS dueAt, o.met_at AS metAt, o.waived_at AS waivedAt,
    t.asked_due_at AS askedDueAt, ${DECIDED} AS decided
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
  ) {}

  /** Refuses a notice that the ladder proposed when what it rests on was done, let off, or given more time since. */
  async check(tx: EntityManager, { id, content }: LockedNotice, now: Instant): Promise<void> {
    if (content.link?.kind !== 'obligation') return;
    await lockRow(tx, 'obligation', content.link.id);
    const [standing] = await rowsIn<Standing>(tx, `${STANDING} AND n.id = ?`, [id]);
    const gone = standing === undefined ? null : whyGone(standing, now);
    if (gone !== null) throw DomainError.from([gone], 'conflict');
  }

  /** The open proposals of a group on which nothing rests any more; a part of them where there are many. */
  async lapsed(groupId: string, now: Instant): Promise<readonly Lapse[]> {
    const rows = await this.database.rows<Standing>(
      `${STANDING} AND n.group_id = ? AND n.state = 'proposed'
         AND (o.met_at IS NOT NULL OR o.waived_at IS NOT NULL OR o.due_at > ? OR (t.asked_due_at IS NOT NULL AND COALESCE(${DECIDED}, '') <> 'refuse-extension'))
       ORDER BY n.id LIMIT ${String(BATCH)}`,
      [groupId, now],
    );
    return rows.flatMap((row) => {
      const why = whyGone(row, now);
      return why === null ? [] : [{ id: row.id, why }];
    });
  }

  /** What a proposal says by the record of now: it is adopted as it stands today. Null where there is no such proposal. */
  async afresh(groupId: string, id: string): Promise<NoticeContent | null> {
    const sql = "SELECT kind, content FROM supervision_notice WHERE id = ? AND group_id = ? AND state = 'proposed'";
    const proposed = await this.database.row<Proposed>(sql, [id, groupId]);
    if (proposed === null) return null;
    const content = JSON.parse(proposed.content) as NoticeContent;
    const candidate = await this.records.one(groupId, content.link?.id ?? '');
    if (candidate === null) return content;
    const now = this.clock.now();
    const settings = await this.years.clocksAt(groupId, now);
    const prior = await this.records.before(groupId, content.accusedIds ?? []);
    const place = { now, settings, receivers: [], prior };
    const fresh = contentOf(candidate, proposalOf(candidate, proposed.kind, now), place);
    return { ...fresh, addressees: content.addressees, readerIds: content.readerIds };
  }
}

function whyGone({ askedDueAt, decided, ...standing }: Standing, now: Instant): Refusal | null {
  const before = decided === null ? [] : [{ action: decided }];
  return groundGone({ ...standing, isExtensionAsked: holdsLadder(askedDueAt, before) }, now);
}
