import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import { nextRung, ruleOf, type ClockSettings, type NoticeContent, type Proposal } from '@jiannuo/shared/supervision';
import { Audit } from '../../../platform/audit';
import { Ids } from '../../../platform/clock';
import { insertRows, lockRow, placesFor, rowsIn, Transactions } from '../../../platform/database';
import { GroupQueries } from '../../people';
import { contentOf, eventOf, receiversOf } from './ladder.draft';
import { LadderRecords, type Candidate } from './ladder.records';
import { columnsOf } from '../notices/notice.rows';
import { SupervisionYears } from '../supervision-years';

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

/** Proposes the next lawful rung (art. 13-16) to the lead unit, as a draft with its ground and facts. It never issues. */
@Injectable()
export class LadderCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly groups: GroupQueries,
    private readonly records: LadderRecords,
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

  private keep({ groupId, settings, now }: Place, proposed: readonly Proposed[]): Promise<number> {
    return this.transactions.run(async (tx) => {
      await lockRow(tx, 'working_group', groupId);
      const known = await knownKeys(tx, proposed);
      const fresh = proposed.filter(({ proposal }) => !known.has(proposal.key));
      if (fresh.length === 0) return 0;
      const place = { now, settings, receivers: await receiversOf(tx, groupId) };
      const rows: { readonly id: string; readonly proposal: Proposal; readonly content: NoticeContent }[] = [];
      for (const { candidate, proposal } of fresh) {
        const accused = ruleOf(proposal.kind).accuses === true ? [candidate.unitId] : [];
        const prior = await this.records.before(groupId, accused, tx);
        rows.push({ id: this.ids.next(), proposal, content: contentOf(candidate, proposal, { ...place, prior }) });
      }
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
        rows.map(({ id }) => eventOf({ id: this.ids.next(), groupId, noticeId: id, action: 'propose', text: '', now })),
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
}

async function knownKeys(tx: EntityManager, proposed: readonly Proposed[]): Promise<ReadonlySet<string>> {
  const keys = proposed.map(({ proposal }) => proposal.key);
  const sql = `SELECT proposal_key AS \`key\` FROM supervision_notice
    WHERE proposal_key IN (${placesFor(keys)})`;
  return new Set((await rowsIn<{ key: string }>(tx, sql, keys)).map(({ key }) => key));
}
