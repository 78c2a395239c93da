import { LeaseTimeoutError } from './sqlite-lease';

interface DriverError {
  readonly code?: string;
  readonly errno?: number;
  readonly message?: string;
}

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
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  'SQLITE_FULL',
];

/** Whether running the whole transaction again may help. */
export function isRetryable(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error);
  return (errno !== undefined && RETRYABLE_NUMBERS.includes(errno)) || (code?.startsWith('SQLITE_BUSY') ?? false);
}

/** Whether a unique index refused the row. */
export function isDuplicate(error: unknown): boolean {
  const { code, errno } = driverErrorOf(error);
  return errno === 1062 || code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** Whether the database cannot be reached or cannot work at the moment. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof LeaseTimeoutError) return true;
  const { code, message } = driverErrorOf(error);
  if (code !== undefined && UNAVAILABLE_CODES.includes(code)) return true;
  return message?.includes('closed state') ?? false;
}

function driverErrorOf(error: unknown): DriverError {
  if (typeof error !== 'object' || error === null) return {};
  return 'driverError' in error ? (error.driverError as DriverError) : error;
}
