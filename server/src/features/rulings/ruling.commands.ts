import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import {
  checkVoidReason,
  decideProposal,
  decideRuling,
  movedByRuling,
  ruledWords,
  rulingMonths,
  type Proposal,
  type ProposalRequest,
  type RulingAction,
  type RulingOutcome,
  type RulingState,
} from '@jiannuo/shared/rulings';
import { regulationOf, type Regulation } from '@jiannuo/shared/scoring';
import { Ids } from '../../platform/clock';
import { execute, insertRows, lockRow, Transactions } from '../../platform/database';
import { allowedOr, DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { PublishedMonths } from '../information';
import { ReviewedMonths } from '../obligations';
import { GroupRegulations } from './group-regulations';
import { RulingJournal } from './ruling.journal';
import { regulationOfRuling, rulingsOf, type RulingRecord } from './ruling.rows';

/** Ruling how the text is read (附则): one officer of the lead unit drafts, another checks. */
@Injectable()
export class RulingCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly ids: Ids,
    private readonly journal: RulingJournal,
    private readonly regulations: GroupRegulations,
    private readonly published: PublishedMonths,
    private readonly reviewed: ReviewedMonths,
  ) {}

  /** Drafts a ruling on a year's regulation. It has no effect until another person has checked it. */
  propose(actor: Actor, year: number, request: ProposalRequest): Promise<RulingOutcome> {
    return this.transactions.run(async (tx, now) => {
      const { groupId } = scopeOf(actor);
      await lockRow(tx, 'working_group', groupId);
      const regulation = await this.regulations.ofYear(groupId, year, tx);
      if (regulation === null) throw DomainError.invalid('rulings.year-unscored');
      const rulings = await rulingsOf(tx, groupId, regulation.id);
      const earlier = rulings.filter(({ name }) => name === request.name);
      const proposal = allowed(decideProposal(request, regulation, earlier));
      const number = (rulings.at(-1)?.number ?? 0) + 1;
      const id = this.ids.next();
      await insertRows(tx, 'ruling', [{ id, number, ...this.draftRow(actor, regulation, { proposal, now }) }]);
      await this.journal.note(tx, { actor, id, action: 'propose', detail: { ...proposal, number } });
      return { id, number, state: 'draft', keptPeriods: [] };
    });
  }

  /**
   * Puts a draft in force from its month, for good, and ends the ruling that it follows. Only another person than its
   * drafter may. Months that are published already keep their numbers: the outcome names them. Reviewed ones that it
   * changes are stated anew.
   */
  check(actor: Actor, id: string): Promise<RulingOutcome> {
    return this.transactions.run(async (tx, now) => {
      const { ruling, rulings, state } = await this.decide(tx, { actor, id, action: 'check' });
      const regulation = regulationOf(ruling.regulation);
      const months = regulation === null ? [] : rulingMonths(regulation);
      const concerned = months.filter((month) => month >= ruling.fromPeriod);
      const keptPeriods = await this.published.among(tx, actor.groupId, concerned);
      for (const standing of rulings.filter((each) => isStanding(each, ruling))) {
        const to = allowed(decideRuling('supersede', situationOf(actor, standing, rulings)));
        await execute(tx, 'UPDATE ruling SET state = ? WHERE id = ?', [to, standing.id]);
      }
      await execute(
        tx,
        `UPDATE ruling SET state = ?, waiting_key = NULL, kept_periods = ?, checked_by_person_id = ?,
           checked_by_name = ?, checked_at = ? WHERE id = ?`,
        [state, JSON.stringify(keptPeriods), actor.personId, actor.personName, now, id],
      );
      const { name, value, fromPeriod, supersedes, number } = ruling;
      const periods = concerned.filter((month) => !keptPeriods.includes(month));
      const reason = regulation === null ? ruling.text : movedByRuling(regulation, ruling, now);
      await this.reviewed.moved(tx, { actor, now, periods, unitId: null, reason });
      await this.journal.note(tx, {
        actor,
        id,
        action: 'check',
        detail: { name, value, fromPeriod, supersedes, keptPeriods },
      });
      if (regulation !== null) {
        const { groupId, unitName: byUnit } = actor;
        const year = Number(regulation.cycle.first.slice(0, 4));
        await this.journal.tell(tx, { groupId, year, name, byUnit, ...ruledWords(regulation, ruling, keptPeriods) });
      }
      return { id, number, state, keptPeriods };
    });
  }

  /** Declares a draft void, with a reason. It stays on record; what is in force is followed by a new ruling instead. */
  void(actor: Actor, id: string, input: string): Promise<RulingOutcome> {
    return this.transactions.run(async (tx, now) => {
      const { ruling, state } = await this.decide(tx, { actor, id, action: 'void' });
      const reason = allowed(checkVoidReason(input));
      await execute(
        tx,
        `UPDATE ruling SET state = ?, waiting_key = NULL, voided_by_name = ?, voided_at = ?, void_reason = ?
         WHERE id = ?`,
        [state, actor.personName, now, reason, id],
      );
      await this.journal.note(tx, { actor, id, action: 'void', detail: { name: ruling.name, reason } });
      return { id, number: ruling.number, state, keptPeriods: [] };
    });
  }

  /** The ruling under the group's lock, with all others on its regulation and the state that the action leads to. */
  private async decide(
    tx: EntityManager,
    asked: { readonly actor: Actor; readonly id: string; readonly action: RulingAction },
  ): Promise<{
    readonly ruling: RulingRecord;
    readonly rulings: readonly RulingRecord[];
    readonly state: RulingState;
  }> {
    const { actor, id, action } = asked;
    const { groupId } = scopeOf(actor);
    await lockRow(tx, 'working_group', groupId);
    const regulation = await regulationOfRuling(tx, groupId, id);
    const rulings = regulation === null ? [] : await rulingsOf(tx, groupId, regulation);
    const ruling = rulings.find((each) => each.id === id);
    if (ruling === undefined) throw DomainError.notFound('rulings.not-found');
    return { ruling, rulings, state: allowed(decideRuling(action, situationOf(actor, ruling, rulings))) };
  }

  private draftRow(
    actor: Actor,
    regulation: Regulation,
    { proposal, now }: { readonly proposal: Proposal; readonly now: Instant },
  ) {
    const { name, value, text, basis, fromPeriod, supersedes } = proposal;
    return {
      group_id: actor.groupId,
      regulation: regulation.id,
      question: regulation.rulings[name].question,
      name,
      value,
      text,
      basis,
      from_period: fromPeriod,
      state: 'draft',
      waiting_key: [actor.groupId, regulation.id, name].join(':'),
      supersedes_id: supersedes,
      kept_periods: '[]',
      by_unit_name: actor.unitName,
      drafted_by_person_id: actor.personId,
      drafted_by_name: actor.personName,
      drafted_at: now,
    };
  }
}

/** The asker's part in a decision about a ruling. */
export function situationOf(
  actor: Actor,
  ruling: RulingRecord,
  rulings: readonly RulingRecord[],
): Parameters<typeof decideRuling>[1] {
  const standing = rulings.find((each) => isStanding(each, ruling));
  return {
    state: ruling.state,
    role: actor.role,
    isDrafter: actor.personId === ruling.draftedByPersonId,
    followsStanding: (standing?.id ?? null) === ruling.supersedes,
  };
}

function isStanding(each: RulingRecord, { name, id }: RulingRecord): boolean {
  return each.name === name && each.state === 'checked' && each.id !== id;
}

/** The value of a decision, or the error that the caller is answered with. */
const allowed = allowedOr({
  forbidden: ['rulings.own-draft'],
  conflict: ['rulings.overtaken', 'rulings.circular', 'rulings.not-in-force', 'rulings.draft-waiting'],
});
