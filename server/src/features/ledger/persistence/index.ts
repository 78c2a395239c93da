import { LedgerMeasureEntity } from './ledger-measure.entity';
import { LedgerPlanRevisionEntity } from './ledger-plan-revision.entity';
import { LedgerPlanEntity } from './ledger-plan.entity';
import { LedgerRevisionEntity } from './ledger-revision.entity';
import { LedgerRowEntity } from './ledger-row.entity';

/** The tables of this subject. */
export const LEDGER_ENTITIES = [
  LedgerPlanEntity,
  LedgerPlanRevisionEntity,
  LedgerMeasureEntity,
  LedgerRowEntity,
  LedgerRevisionEntity,
] as const;
