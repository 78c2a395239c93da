import { Injectable } from '@nestjs/common';
import { replay, type Replay } from '@jiannuo/shared/rulings';
import { parseRulings, type RulingName } from '@jiannuo/shared/scoring';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { RulingQueries } from './ruling.queries';
import { ScoredMonths } from './scored-months';

/** The sandbox (口径沙盘, M4): what each reading of a question would move, before it is ruled. For the lead unit alone. */
@Injectable()
export class SandboxQueries {
  constructor(
    private readonly rulings: RulingQueries,
    private readonly scored: ScoredMonths,
  ) {}

  /** Replays all scored months of a year under each reading of a question, and under `value` where one is thought of. */
  async replay(actor: Actor, asked: { year: number; name: string; value: string | null }): Promise<Replay> {
    const scope = scopeOf(actor);
    const terms = await this.rulings.inForceOfYear(scope, asked.year);
    if (terms === null) throw DomainError.notFound('rulings.year-unscored');
    const { regulation, overrides } = terms;
    const parsed = parseRulings(
      { [asked.name]: asked.value ?? standardOf(regulation.rulings, asked.name) },
      regulation,
    );
    if (!parsed.ok) throw DomainError.from(parsed.refusals, 'invalid');
    const { units, published } = await this.scored.of(scope, asked.year);
    const others = asked.value === null ? [] : [asked.value];
    return replay(units, { regulation, name: asked.name as RulingName, inForce: overrides, others, published });
  }
}

function standardOf(questions: Readonly<Record<string, { readonly standard: string }>>, name: string): string | null {
  return Object.prototype.hasOwnProperty.call(questions, name) ? (questions[name]?.standard ?? null) : null;
}
