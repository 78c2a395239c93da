/** Structured lines about what the server does. Fields must not hold secrets; what slips in is blotted out. */
export abstract class Log {
  abstract info(fields: Readonly<Record<string, unknown>>, message: string): void;
  abstract warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  /** Something is broken and somebody should look. */
  abstract error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
