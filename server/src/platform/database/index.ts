export { batchesOf } from './batches';
export { openDataSource, type DatabaseContent } from './data-source';
export { isBrokenFile, isDuplicate, isUnavailable } from './errors';
export { IdempotencyRecords } from './idempotency';
export { Leases } from './leases';
export { onceMoreOnDuplicate } from './once-more';
export { Database, execute, forUpdate, insertRows, isSqlite, lockRow, placesFor, rowsIn, type SqlValue } from './rows';
export { StoredValues } from './stored-values';
export { Transactions } from './transactions';
