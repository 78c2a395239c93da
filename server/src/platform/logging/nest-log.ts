import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** Lets Nest write its warnings and errors into our log; its chatter about modules and routes stays out. */
export function nestLogger(log: Log): LoggerService {
  return {
    log: () => undefined,
    debug: () => undefined,
    verbose: () => undefined,
    warn: (message: unknown, ...more: unknown[]) => {
      log.warn({ context: more.at(-1) }, String(message));
    },
    error: (message: unknown, ...more: unknown[]) => {
      log.error({ context: more.at(-1), ...(message instanceof Error ? { error: message } : {}) }, String(message));
    },
  };
}
