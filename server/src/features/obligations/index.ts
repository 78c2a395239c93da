export { AskedObligations, type AskedObligation } from './asked-obligations';
export { GroupYears, titleOf, type Titled, type YearData } from './group-years.queries';
export { HandIns } from './hand-in.commands';
export { ObligationOpening } from './obligation-opening.commands';
export { ObligationQueries, type OwedObligation } from './obligation.queries';
export { ObligationRecords, type RecordProgress } from './obligation-records';
export { ObligationsModule } from './obligations.module';
export { ASKED_IN } from './owed-claims';
export { OutageMoves } from './outage-move.commands';
