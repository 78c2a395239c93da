import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { InformationRule } from '@jiannuo/shared/information';
import type { Fraction, Instant, Period } from '@jiannuo/shared/kernel';
import {
  overridesOf,
  questionsOf,
  rulingActions,
  rulingMonths,
  rulingsInForce,
  rulingsOfYear,
  type QuestionView,
  type RegisterQuestion,
  type RegisterView,
  type RulingView,
  type SpokenRuling,
} from '@jiannuo/shared/rulings';
import { termsOf, type Regulation, type RulingOverrides } from '@jiannuo/shared/scoring';
import { isPermitted } from '@jiannuo/shared/people';
import { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../../platform/identity';
import { MonthRules } from '../information';
import { GroupRegulations } from './group-regulations';
import { situationOf } from './ruling.commands';
import { rulingsOf, type RulingRecord } from './ruling.rows';
import { ScoredMonths } from './scored-months';

/** What a score is reckoned by: the regulation and the engine's settings that rulings make of it. */
export interface TermsInForce {
  readonly regulation: Regulation;
  readonly overrides: RulingOverrides;
  /** All that was ever ruled on it, for scores to name what they follow. */
  readonly register: readonly SpokenRuling[];
}

/** Reads the register of rulings. Rulings bear on every unit's score, so those in force are for all of the group. */
@Injectable()
export class RulingQueries implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly regulations: GroupRegulations,
    private readonly scored: ScoredMonths,
    private readonly monthRules: MonthRules,
  ) {}

  onModuleInit(): void {
    this.monthRules.register(async (scope, period) => {
      const terms = await this.inForce(scope, period);
      return terms === null ? null : informationRuleOf(terms);
    });
  }

  /**
   * What a month is scored by; null where nobody is scored. A ruling that was checked after the month had been published
   * does not reach it. Inside a transaction its manager must be given.
   */
  async inForce(scope: Scope, period: Period, tx?: EntityManager): Promise<TermsInForce | null> {
    return this.terms(scope, { year: Number(period.slice(0, 4)), tx }, (checked) => rulingsInForce(checked, period));
  }

  /** What a year's result is reckoned by: the last word on each question; null where nobody is scored. */
  async inForceOfYear(scope: Scope, year: number, tx?: EntityManager): Promise<TermsInForce | null> {
    return this.terms(scope, { year, tx }, rulingsOfYear);
  }

  /** The questions, `Q1`, without whose ruling a year's result cannot be made final. */
  async unsettled(scope: Scope, year: number, tx?: EntityManager): Promise<readonly string[]> {
    const terms = await this.inForceOfYear(scope, year, tx);
    if (terms === null) return [];
    const open = questionsOf(terms.regulation).filter(
      ({ name, mustBeRuled }) => mustBeRuled && terms.overrides[name] === undefined,
    );
    return [...new Set(open.map(({ question }) => question))];
  }

  /**
   * The register of a year, the running or nearest one when none is named: each question, how it stands, and what was
   * ruled. Drafts are for the lead unit alone.
   */
  async register(actor: Actor, asked?: number): Promise<RegisterView> {
    const { groupId } = scopeOf(actor);
    const year = asked ?? (await this.regulations.currentYear(groupId));
    const regulation = await this.regulations.ofYear(groupId, year);
    if (regulation === null) throw DomainError.notFound('rulings.year-unscored');
    const rulings = await rulingsOf(this.database, groupId, regulation.id);
    const yearClosedAt = await this.scored.yearClosedAt(groupId, year);
    const mayPropose = isPermitted(actor.role, 'ruling.manage');
    return {
      year,
      ...(await this.regulations.yearsBeside(groupId, year)),
      title: regulation.title,
      regulation: regulation.id,
      months: rulingMonths(regulation),
      questions: questionsOf(regulation).map((question) => {
        const own = rulings.filter(({ name, state }) => name === question.name && (mayPropose || isPublic(state)));
        return viewOf(question, { rulings: [...own].reverse(), yearClosedAt }, (ruling) =>
          rulingActions(situationOf(actor, ruling, rulings)),
        );
      }),
      firstMonth: {
        period: regulation.cycle.first,
        isLenient: await this.regulations.isFirstMonthLenient(groupId, year),
      },
      mayPropose,
      yearClosedAt,
    };
  }

  private async terms(
    scope: Scope,
    { year, tx }: { readonly year: number; readonly tx: EntityManager | undefined },
    choose: (checked: readonly RulingRecord[]) => readonly RulingRecord[],
  ): Promise<TermsInForce | null> {
    const { groupId } = checkedScope(scope);
    const regulation = await this.regulations.ofYear(groupId, year, tx);
    if (regulation === null) return null;
    const rulings = await rulingsOf(tx ?? this.database, groupId, regulation.id);
    const checked = rulings.filter(({ state }) => isPublic(state));
    return { regulation, overrides: overridesOf(choose(checked)), register: checked.flatMap(spoken) };
  }
}

function isPublic(state: RulingRecord['state']): boolean {
  return state === 'checked' || state === 'superseded';
}

function spoken(ruling: RulingRecord): readonly SpokenRuling[] {
  const { number, name, value, fromPeriod, keptPeriods, text, byUnit, checkedAt } = ruling;
  return checkedAt === null ? [] : [{ number, name, value, fromPeriod, keptPeriods, text, byUnit, checkedAt }];
}

/** What a month's work updates are worth by the reading of the material that holds (Q2). */
function informationRuleOf({ regulation, overrides }: TermsInForce): InformationRule {
  const { highQuality, adopted, most } = termsOf({ regulation: regulation.id, rulings: overrides }).materials
    .information;
  const counted = ({ each, most: all }: Readonly<Record<'each' | 'most', Fraction>>) => ({
    each: numberOf(each),
    most: numberOf(all),
  });
  return { highQuality: counted(highQuality), adopted: counted(adopted), most: numberOf(most) };
}

/** Points as screens count with them: halves at most, so that nothing is lost. */
function numberOf({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

function viewOf(
  question: RegisterQuestion,
  { rulings, yearClosedAt }: { readonly rulings: readonly RulingRecord[]; readonly yearClosedAt: Instant | null },
  actionsOf: (ruling: RulingRecord) => RulingView['actions'],
): QuestionView {
  const standing = rulings.find(({ state }) => state === 'checked');
  const isTooLate = ({ checkedAt }: RulingRecord): boolean =>
    yearClosedAt !== null && (checkedAt === null || checkedAt > yearClosedAt);
  const holds = rulings.find((ruling) => isPublic(ruling.state) && !isTooLate(ruling));
  const unruled = question.mustBeRuled ? 'open' : 'standard';
  return {
    ...question,
    standing: holds === undefined ? unruled : 'ruled',
    value: holds?.value ?? question.standard,
    standingId: standing?.id ?? null,
    finalBy: yearClosedAt === null ? null : (holds?.number ?? null),
    rulings: rulings.map((ruling) => rulingView(ruling, isTooLate(ruling), actionsOf(ruling))),
  };
}

function rulingView(ruling: RulingRecord, isTooLate: boolean, actions: RulingView['actions']): RulingView {
  const { id, number, name, value, text, basis, fromPeriod, state, supersedes, keptPeriods } = ruling;
  const { byUnit, draftedBy, draftedAt, checkedBy, checkedAt, voidedBy, voidedAt, voidReason } = ruling;
  const voided = voidedAt === null ? null : { by: voidedBy ?? '', at: voidedAt, reason: voidReason ?? '' };
  return {
    ...{ id, number, name, value, text, basis, fromPeriod, state, supersedes, keptPeriods },
    ...{ byUnit, draftedBy, draftedAt, checkedBy, checkedAt, voided, isTooLate, actions },
  };
}
