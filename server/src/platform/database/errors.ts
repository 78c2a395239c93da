import { LeaseTimeoutError } from './sqlite-lease';

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly message?: string;
}

/** What SQLite says when its file, or the disk below it, cannot be used; longer codes say more of the same. */
const UNUSABLE_FILE = ['SQLITE_BUSY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR', 'SQLITE_FULL', 'SQLITE_READONLY'];
const BROKEN_FILE = ['SQLITE_NOTADB', 'SQLITE_CORRUPT'];

/** Deadlock, lock wait timeout, and a row that moved under a snapshot: the whole transaction may simply be run again. */
const RETRYABLE_NUMBERS = [1213, 1205, 1020];
const UNAVAILABLE_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'PROTOCOL_CONNECTION_LOST',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_DISK_FULL',
  'ER_RECORD_FILE_FULL',
];

/** Whether running the whole transaction again may help. */
export function isRetryable(error: unknown): boolean {
  const { errno } = driverErrorOf(error);
  return (errno !== undefined && RETRYABLE_NUMBERS.includes(errno)) || isLocked(error);
}

/** Whether another program holds the lock of the SQLite file. */
export function isLocked(error: unknown): boolean {
  return driverErrorOf(error).code?.startsWith('SQLITE_BUSY') ?? false;
}

/** Whether the file is no SQLite database, or one that is damaged. */
export function isBrokenFile(error: unknown): boolean {
  const { code } = driverErrorOf(error);
  return BROKEN_FILE.some((each) => code?.startsWith(each));
}

/** Whether a unique index refused the row. */
export function isDuplicate(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether the database cannot be reached or cannot work at the moment; a lock that outlasted every try is one such case. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof LeaseTimeoutError || isRetryable(error) || isBrokenFile(error)) return true;
  const { code, message } = driverErrorOf(error);
  if (code !== undefined && UNAVAILABLE_CODES.includes(code)) return true;
  if (UNUSABLE_FILE.some((each) => code?.startsWith(each))) return true;
  return message?.includes('closed state') ?? false;
}

function driverErrorOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  return 'driverError' in error ? (error.driverError as DriverError) : error;
}
