/** What a log line says about an error: never the values that a statement carried. */
export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number;
  readonly statement?: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

interface Described {
  readonly code?: unknown;
  readonly query?: unknown;
  readonly driverError?: unknown;
}

/** Describes anything that was thrown. */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const { code, query, driverError } = error as Described;
  const inner = driverError ?? error.cause;
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof query === 'string' ? { statement: query.slice(0, 500) } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(inner instanceof Error ? { cause: describeError(inner) } : {}),
  };
}
