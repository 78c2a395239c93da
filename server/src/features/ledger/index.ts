export { LedgerPlanModule } from './ledger-plan.module';
export { LedgerMeasures } from './ledger.measures';
export { LedgerModule } from './ledger.module';
export { PlanCommands } from './plan.commands';
export { RowCommands } from './row.commands';
export { LedgerYears } from './plan.context';
export { PlanQueries } from './plan.queries';
