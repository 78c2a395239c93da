export { BoardQueries } from './board.queries';
export { GroupYears, titleOf, type YearData } from './group-years.queries';
export { HandIns, type Correction, type HandIn, type NotedReceipt } from './hand-in.commands';
export { ObligationCommands, type ObligationStanding } from './obligation.commands';
export { ObligationOpening } from './obligation-opening.commands';
export { ObligationQueries, type OwedObligation } from './obligation.queries';
export { ObligationRecords, type RecordProgress, type RecordReader } from './obligation-records';
export { ObligationsModule } from './obligations.module';
export { OutageMoves } from './outage-move.commands';
