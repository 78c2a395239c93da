import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Refusal } from '@jiannuo/shared/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isUnavailable } from '../database/errors';
import type { Log } from '../logging';
import { DomainError, RequestError, type DomainErrorKind } from './domain-error';
import { sentenceOf } from './sentence';

/** What every refused request is answered with. */
export interface RefusalBody {
  readonly code: string;
  readonly sentence: string;
  readonly requestId: string;
  /** All the reasons, when there are several or when they carry facts; or what the caller needs to go on. */
  readonly details?: unknown;
}

interface Answer {
  readonly status: number;
  readonly refusals: readonly [Refusal, ...Refusal[]];
  readonly details?: Readonly<Record<string, unknown>> | null;
}

const STATUS_OF: Record<DomainErrorKind, number> = { invalid: 422, forbidden: 403, 'not-found': 404, conflict: 409 };

const CODE_OF: Readonly<Record<number, string>> = {
  400: 'request.unreadable',
  403: 'request.forbidden',
  404: 'request.not-found',
  405: 'request.not-found',
  406: 'request.media-unknown',
  408: 'request.unreadable',
  413: 'request.too-large',
  414: 'request.too-large',
  415: 'request.media-unknown',
  422: 'request.unreadable',
  429: 'request.too-many',
  431: 'request.headers-too-large',
  503: 'request.busy',
};

const TOO_MANY = 429;
/** Requests are counted by the minute. */
const WINDOW_SECONDS = 60;

/** Turns whatever was thrown into a status and one sentence. What nobody foresaw is logged and answered without detail. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const requestId = http.getRequest<FastifyRequest>().id;
    const answer = this.answerTo(error, requestId);
    if (reply.sent) return;
    if (answer.status === TOO_MANY) void reply.header('retry-after', WINDOW_SECONDS);
    void reply.status(answer.status).send(bodyOf(answer, requestId));
  }

  private answerTo(error: unknown, requestId: string): Answer {
    if (error instanceof DomainError) {
      return { status: STATUS_OF[error.kind], refusals: error.refusals, details: error.details };
    }
    if (error instanceof RequestError) return { status: error.status, refusals: [error.refusal] };
    if (isUnavailable(error)) {
      this.log.error({ requestId, error }, 'The database cannot be used.');
      return { status: 503, refusals: [{ code: 'database.unavailable', facts: {} }] };
    }
    const status = statusOf(error);
    const code = CODE_OF[status];
    if (code !== undefined) return { status, refusals: [{ code, facts: {} }] };
    this.log.error({ requestId, error }, 'A request failed.');
    return { status: 500, refusals: [{ code: 'request.unexpected', facts: {} }] };
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  return typeof status === 'number' ? status : 500;
}

/** The code of a refusal by the framework or the parser of HTTP, which only know a status. */
export function codeFor(status: number): string {
  return CODE_OF[status] ?? 'request.unexpected';
}

/** The body of a refusal that is one plain code. */
export function bodyFor(code: string, requestId: string): RefusalBody {
  return bodyOf({ refusals: [{ code, facts: {} }] }, requestId);
}

/** The body that says why, first reason first. */
function bodyOf({ refusals, details }: Omit<Answer, 'status'>, requestId: string): RefusalBody {
  const [first] = refusals;
  const body = { code: first.code, sentence: sentenceOf(first), requestId };
  if (details) return { ...body, details };
  const isPlain = refusals.length === 1 && Object.keys(first.facts).length === 0;
  if (isPlain) return body;
  return { ...body, details: refusals.map((each) => ({ ...each, sentence: sentenceOf(each) })) };
}
