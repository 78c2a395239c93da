import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { beijingDate, type Instant } from '@jiannuo/shared/kernel';
import { nextRung, ruleOf, type NoticeContent, type Proposal } from '@jiannuo/shared/supervision';
import { Audit } from '../../platform/audit';
import { Ids } from '../../platform/clock';
import { insertRows, lockRow, rowsIn, Transactions } from '../../platform/database';
import { GroupQueries } from '../people';
import { LadderRecords, type Candidate } from './ladder.records';
import { SupervisionYears } from './supervision-years';

interface Proposed {
  readonly candidate: Candidate;
  readonly proposal: Proposal;
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
        if (proposed.length > 0) count += await this.keep(id, proposed, now);
      }
    }
    return count;
  }

  private keep(groupId: string, proposed: readonly Proposed[], now: Instant): Promise<number> {
    return this.transactions.run(async (tx) => {
      await lockRow(tx, 'working_group', groupId);
      const known = await knownKeys(tx, proposed);
      const fresh = proposed.filter(({ proposal }) => !known.has(proposal.key));
      if (fresh.length === 0) return 0;
      const receivers = await receiversOf(tx, groupId);
      const rows = fresh.map((each) => ({ id: this.ids.next(), ...each, content: contentOf(each, receivers) }));
      await insertRows(
        tx,
        'supervision_notice',
        rows.map(({ id, proposal, content }) => ({
          id,
          group_id: groupId,
          kind: proposal.kind,
          year: Number(beijingDate(now).slice(0, 4)),
          state: 'proposed',
          title: content.title,
          content: JSON.stringify(content),
          answer: content.answer,
          is_confidential: ruleOf(proposal.kind).isConfidential,
          earlier_id: content.earlierId,
          link_id: content.link?.id ?? null,
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
        rows.map(({ id }) => this.eventOf(groupId, id, now)),
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

  private eventOf(groupId: string, noticeId: string, now: Instant): Readonly<Record<string, string | number>> {
    return {
      id: this.ids.next(),
      group_id: groupId,
      notice_id: noticeId,
      action: 'propose',
      text: '',
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

/** The units to which a clue is reported. */
async function receiversOf(tx: EntityManager, groupId: string): Promise<readonly string[]> {
  const sql = "SELECT id FROM unit WHERE group_id = ? AND kind = 'oversight' ORDER BY number";
  return (await rowsIn<{ id: string }>(tx, sql, [groupId])).map(({ id }) => id);
}

/** The proposal as a draft. What only a person can say, above all the due time, is left open. */
function contentOf({ candidate, proposal }: Proposed, receivers: readonly string[]): NoticeContent {
  const { kind, title, ground, requirement, facts, earlierId } = proposal;
  const { fields, isConfidential, answers } = ruleOf(kind);
  const texts: Readonly<Record<string, string>> = {
    facts,
    delistWhen: '补齐并经复核通过后摘牌。',
    ...(isConfidential ? { persons: candidate.unitName } : {}),
  };
  const units = isConfidential ? receivers : [candidate.unitId];
  return {
    title,
    ground,
    requirement,
    fields: Object.fromEntries(fields.flatMap(({ code }) => (texts[code] === undefined ? [] : [[code, texts[code]]]))),
    answer: answers[0] ?? 'feedback',
    dueAt: null,
    addressees: units.map((unitId) => ({ unitId, part: 'main' as const })),
    earlierId,
    link: earlierId === null ? { kind: 'obligation', id: candidate.obligationId } : null,
    evidence: [],
    readerIds: isConfidential ? [candidate.writerAppointmentId].flatMap((id) => id ?? []) : [],
  };
}
