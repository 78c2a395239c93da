export { DateColumn, IdColumn, InstantColumn, JsonColumn, PeriodColumn, ReferenceColumn, TextColumn } from './columns';
export { Leases } from './leases';
export { Database, execute, insertRows, isSqlite, lockRow, rowsIn, type SqlValue } from './rows';
export { StoredValues } from './stored-values';
export { Transactions } from './transactions';
