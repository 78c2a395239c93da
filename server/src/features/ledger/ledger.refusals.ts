import type { Outcome, Refusal } from '@jiannuo/shared/kernel';
import { DomainError, type DomainErrorKind } from '../../platform/http';

/** The value of a decision, or the error that the caller is answered with. */
export function allowed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw DomainError.from(outcome.refusals, kindOf(outcome.refusals[0]));
}

const MOVED_ON = [
  'ledger.month-scored',
  'ledger.month-not-scored',
  'ledger.node-within',
  'ledger.done-month-removed',
  'ledger.scored-month-changed',
];

function kindOf({ code }: Refusal): DomainErrorKind {
  if (code === 'ledger.not-your-role') return 'forbidden';
  return code.startsWith('ledger.not-possible-') || MOVED_ON.includes(code) ? 'conflict' : 'invalid';
}
