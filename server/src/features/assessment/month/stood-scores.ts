import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CorrectionFact } from '@jiannuo/shared/assessment';
import { canonicalJson, type Instant } from '@jiannuo/shared/kernel';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, rowsIn } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';

/** What is let stand, by whom and why. */
export interface LetStand {
  readonly actor: Actor;
  readonly now: Instant;
  readonly facts: readonly CorrectionFact[];
  readonly reason: string;
}

interface StoodRow {
  readonly id: string;
  readonly number: number;
  readonly facts: string;
}

const LAST = `SELECT id, number, facts FROM assessment_let_stand WHERE assessment_id = ? ORDER BY number DESC LIMIT 1`;

/** Keeps what published scores were let stand beside (不用更正). The last time speaks for all that stands. */
@Injectable()
export class StoodScores {
  constructor(private readonly ids: Ids) {}

  /** What an assessment was let stand beside. */
  async of(tx: EntityManager, assessmentId: string): Promise<readonly CorrectionFact[]> {
    const [last] = await rowsIn<StoodRow>(tx, LAST, [assessmentId]);
    return last === undefined ? [] : (JSON.parse(last.facts) as readonly CorrectionFact[]);
  }

  /** Lets go what the records say no more of a locked assessment: when it comes again, it is new. Answers what is left. */
  async letGo(
    tx: EntityManager,
    assessmentId: string,
    facts: readonly CorrectionFact[],
  ): Promise<readonly CorrectionFact[]> {
    const [last] = await rowsIn<StoodRow>(tx, LAST, [assessmentId]);
    if (last === undefined) return [];
    const said = new Set(facts.map((each) => canonicalJson(each)));
    const stood = JSON.parse(last.facts) as readonly CorrectionFact[];
    const left = stood.filter((fact) => said.has(canonicalJson(fact)));
    if (left.length === stood.length) return left;
    await execute(tx, 'UPDATE assessment_let_stand SET facts = ? WHERE id = ?', [JSON.stringify(left), last.id]);
    return left;
  }

  /** Lets a locked assessment stand beside all of these facts. */
  async add(tx: EntityManager, assessmentId: string, { actor, now, facts, reason }: LetStand): Promise<void> {
    const [last] = await rowsIn<StoodRow>(tx, LAST, [assessmentId]);
    await insertRows(tx, 'assessment_let_stand', [
      {
        id: this.ids.next(),
        assessment_id: assessmentId,
        number: (last?.number ?? 0) + 1,
        facts: JSON.stringify(facts),
        reason,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        at: now,
      },
    ]);
  }
}
