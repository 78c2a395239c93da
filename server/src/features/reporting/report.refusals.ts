import type { Instant } from '@jiannuo/shared/kernel';
import { allowedOr, DomainError } from '../../platform/http';

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  conflict: [
    'reporting.past-due',
    'reporting.closed',
    'reporting.entered-for-unit',
    'reporting.not-entered',
    'reporting.objected-already',
    'reporting.objection-too-late',
    'obligations.already-met',
  ],
});

/** Refuses what would still be done for an obligation that was waived (免报), before anything else is said about it. */
export function refuseWaived({ waivedAt }: { readonly waivedAt: Instant | null }): void {
  if (waivedAt !== null) throw DomainError.conflict('obligations.is-waived');
}
