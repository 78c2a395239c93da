import type { Instant, Outcome, Refusal } from '@jiannuo/shared/kernel';
import { DomainError, type DomainErrorKind } from '../../platform/http';

/** The value of a decision, or the error that the caller is answered with. */
export function allowed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw DomainError.from(outcome.refusals, kindOf(outcome.refusals[0]));
}

/** Refuses what would still be done for an obligation that was waived (免报), before anything else is said about it. */
export function refuseWaived({ waivedAt }: { readonly waivedAt: Instant | null }): void {
  if (waivedAt !== null) throw DomainError.conflict('obligations.is-waived');
}

const MOVED_ON = [
  'reporting.past-due',
  'reporting.closed',
  'reporting.entered-for-unit',
  'reporting.not-entered',
  'reporting.objected-already',
  'reporting.objection-too-late',
  'obligations.already-met',
];

function kindOf({ code }: Refusal): DomainErrorKind {
  if (code === 'reporting.not-your-role') return 'forbidden';
  return code.startsWith('reporting.not-possible-') || MOVED_ON.includes(code) ? 'conflict' : 'invalid';
}
