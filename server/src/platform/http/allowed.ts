import type { Outcome, Refusal } from '@jiannuo/shared/kernel';
import { DomainError, type DomainErrorKind } from './domain-error';

/** A subject's refusals that are not wrong input, beside those whose name already says so. */
interface Answers {
  /** The actor may not do this. `….not-your-role` need not be named. */
  readonly forbidden?: readonly string[];
  /** The thing has moved on. `…not-possible-<state>` need not be named. */
  readonly conflict?: readonly string[];
}

/**
 * Makes the `allowed` of a subject: the value of a decision, or the error that the caller is answered with. Of several
 * reasons the first decides how; what is neither forbidden nor a conflict is invalid.
 */
export function allowedOr({ forbidden = [], conflict = [] }: Answers): <T>(outcome: Outcome<T>) => T {
  const kindOf = ({ code }: Refusal): DomainErrorKind => {
    if (code.endsWith('.not-your-role') || forbidden.includes(code)) return 'forbidden';
    return /[.-]not-possible-/.test(code) || conflict.includes(code) ? 'conflict' : 'invalid';
  };
  return (outcome) => {
    if (outcome.ok) return outcome.value;
    throw DomainError.from(outcome.refusals, kindOf(outcome.refusals[0]));
  };
}
