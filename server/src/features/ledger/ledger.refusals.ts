import { allowedOr } from '../../platform/http';

/** The value of a decision, or the error that the caller is answered with. */
export const allowed = allowedOr({
  conflict: [
    'ledger.month-scored',
    'ledger.month-reviewed',
    'ledger.month-not-scored',
    'ledger.node-within',
    'ledger.done-month-removed',
    'ledger.handed-in-month-added',
    'ledger.handed-in-early-month-added',
    'ledger.reviewed-month-added',
    'ledger.scored-month-added',
    'ledger.scored-month-changed',
    'ledger.shut-month-removed',
  ],
});
