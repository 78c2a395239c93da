import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant, type MessageRegistry } from '@jiannuo/shared/kernel';
import { nextRung, ruleOf, SUPERVISION_MESSAGES, type ClockSettings, type Proposal } from '@jiannuo/shared/supervision';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { execute, insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { GroupQueries } from '../people';
import { LadderChecks, type Lapse } from './ladder.checks';
import { contentOf, receiversOf } from './ladder.draft';
import { LadderRecords, type Candidate } from './ladder.records';
import { columnsOf } from './notice.rows';
import { SupervisionYears } from './supervision-years';

interface Proposed {
  readonly candidate: Candidate;
  readonly proposal: Proposal;
}

/** Where and when the ladder proposes. */
interface Place {
  readonly groupId: string;
  readonly settings: ClockSettings;
  readonly now: Instant;
}
/** What the ladder did to a proposal. */
interface Deed {
  readonly groupId: string;
  readonly noticeId: string;
  readonly action: 'propose' | 'lapse';
  readonly text: string;
  readonly now: Instant;
}

/** Why a proposal lapsed is kept in the sentence that people would read. */
const WORDS: MessageRegistry = SUPERVISION_MESSAGES;

/** Proposes the next lawful rung (art. 13-16) to the lead unit, as a draft with its ground and facts. It never issues. */
@Injectable()
export class LadderCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly groups: GroupQueries,
    private readonly records: LadderRecords,
    private readonly checks: LadderChecks,
    private readonly years: SupervisionYears,
    private readonly audit: Audit,
  ) {}

  /**
   * Looks through every group and answers how many rungs it proposed. Each batch is kept or lost by itself, and no rung
   * is proposed twice, so that it may be stopped anywhere, run again, and run on several servers at once.
   */
  async proposeAll(now: Instant): Promise<number> {
    let count = 0;
    for (const { id } of await this.groups.groups()) {
      const settings = await this.years.clocksAt(id, now);
      for await (const batch of this.records.overdue(id, now)) {
        const proposed = batch.flatMap((candidate): readonly Proposed[] => {
          const proposal = nextRung(candidate, now, settings);
          return proposal === null ? [] : [{ candidate, proposal }];
        });
        if (proposed.length > 0) count += await this.keep({ groupId: id, settings, now }, proposed);
      }
    }
    return count;
  }

  /** Takes back every open proposal on which nothing rests any more, with the reason; it may be proposed anew later. */
  async lapseAll(now: Instant): Promise<void> {
    for (const { id } of await this.groups.groups()) {
      for (const lapse of await this.checks.lapsed(id, now)) await this.lapse(id, lapse, now);
    }
  }

  private lapse(groupId: string, { id, why }: Lapse, now: Instant): Promise<null> {
    return this.transactions.run(async (tx) => {
      const sql = `UPDATE supervision_notice SET state = 'lapsed', proposal_key = NULL, version = version + 1, moved_at = ?
        WHERE id = ? AND state = 'proposed'`;
      if ((await execute(tx, sql, [now, id])) === 0) return null;
      const text = WORDS[why.code]?.(why.facts) ?? '';
      await insertRows(tx, 'supervision_event', [this.eventOf({ groupId, noticeId: id, action: 'lapse', text, now })]);
      const subject = { kind: 'notice', id };
      await this.audit.record(tx, {
        actor: 'system',
        groupId,
        action: 'supervision.lapse',
        subject,
        detail: { ...why },
      });
      return null;
    });
  }

  private keep({ groupId, settings, now }: Place, proposed: readonly Proposed[]): Promise<number> {
    return this.transactions.run(async (tx) => {
      await lockRow(tx, 'working_group', groupId);
      const known = await knownKeys(tx, proposed);
      const fresh = proposed.filter(({ proposal }) => !known.has(proposal.key));
      if (fresh.length === 0) return 0;
      const place = { now, settings, receivers: await receiversOf(tx, groupId) };
      const rows = fresh.map(({ candidate, proposal }) => {
        return { id: this.ids.next(), proposal, content: contentOf(candidate, proposal, place) };
      });
      await insertRows(
        tx,
        'supervision_notice',
        rows.map(({ id, proposal, content }) => ({
          id,
          group_id: groupId,
          kind: proposal.kind,
          year: Number(beijingDate(now).slice(0, 4)),
          state: 'proposed',
          ...columnsOf(content),
          is_confidential: ruleOf(proposal.kind).isConfidential,
          proposal_key: proposal.key,
          version: 1,
          created_at: now,
          moved_at: now,
        })),
      );
      const readers = rows.flatMap(({ id, content }) => content.readerIds.map((reader) => ({ id, reader })));
      await insertRows(
        tx,
        'supervision_reader',
        readers.map(({ id, reader }) => ({ id: this.ids.next(), notice_id: id, appointment_id: reader })),
      );
      await insertRows(
        tx,
        'supervision_event',
        rows.map(({ id }) => this.eventOf({ groupId, noticeId: id, action: 'propose', text: '', now })),
      );
      await this.audit.record(tx, {
        actor: 'system',
        groupId,
        action: 'supervision.propose',
        subject: { kind: 'group', id: groupId },
        detail: { count: rows.length },
      });
      return rows.length;
    });
  }

  private eventOf({ groupId, noticeId, action, text, now }: Deed): Readonly<Record<string, string | number>> {
    return {
      id: this.ids.next(),
      group_id: groupId,
      notice_id: noticeId,
      action,
      text,
      evidence: '[]',
      version: 0,
      by_name: '督导建议',
      by_unit_name: '',
      happened_at: now,
      at: now,
    };
  }
}

async function knownKeys(tx: EntityManager, proposed: readonly Proposed[]): Promise<ReadonlySet<string>> {
  const keys = proposed.map(({ proposal }) => proposal.key);
  const sql = `SELECT proposal_key AS \`key\` FROM supervision_notice
    WHERE proposal_key IN (${keys.map(() => '?').join(', ')})`;
  return new Set((await rowsIn<{ key: string }>(tx, sql, keys)).map(({ key }) => key));
}
