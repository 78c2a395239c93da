import pino, { type DestinationStream, type Logger } from 'pino';
import { blotOut } from './blot-out';
import { describeError } from './describe-error';

/** What the line about a request says. The route is its pattern, never its address. */
export interface RequestFields {
  readonly requestId: string;
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly appointmentId: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Structured lines about what the server does. Fields must not hold secrets; what slips in is blotted out. */
export class Log {
  private readonly logger: Logger;
  private readonly plain: Logger;

  /** `destination` takes whole lines; the standard output when left out. */
  constructor(level: string, destination?: DestinationStream) {
    const target = destination ?? pino.destination({ dest: 1, sync: false });
    const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
    this.plain = pino(options, target);
    const blotted = { write: (line: string) => target.write(blotOut(line)) };
    this.logger = pino(options, blotted);
  }

  /** A request was answered. Of all lines the most frequent, and made of nothing that a caller chooses, so nothing is looked for in it. */
  request(fields: RequestFields): void {
    this.plain.info(fields, 'request');
  }

  /** Something ordinary happened. */
  info(fields: Fields, message: string): void {
    this.logger.info(described(fields), message);
  }

  /** Something is odd, but goes on. */
  warn(fields: Fields, message: string): void {
    this.logger.warn(described(fields), message);
  }

  /** Something is broken and somebody should look. */
  error(fields: Fields, message: string): void {
    this.logger.error(described(fields), message);
  }
}

function described(fields: Fields): object {
  return 'error' in fields ? { ...fields, error: describeError(fields['error']) } : fields;
}
