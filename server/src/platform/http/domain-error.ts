import type { Refusal } from '@jiannuo/shared/kernel';

/** Why a request was turned down, in the four ways a caller can act on. */
export type DomainErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict';

/** A refused command. The one error filter turns it into a status and a sentence; nothing else catches it. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly refusals: readonly [Refusal, ...Refusal[]],
    /** What the caller needs to go on, such as the draft as it stands; it takes the place of the reasons' details. */
    readonly details: Readonly<Record<string, unknown>> | null = null,
  ) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.name = 'DomainError';
  }

  /** What was sent does not make sense or breaks a rule: 422. */
  static invalid(code: string, facts: Refusal['facts'] = {}): DomainError {
    return new DomainError('invalid', [{ code, facts }]);
  }

  /** The actor may not do this: 403. */
  static forbidden(code: string, facts: Refusal['facts'] = {}): DomainError {
    return new DomainError('forbidden', [{ code, facts }]);
  }

  /** There is no such thing, or it lies outside the actor's scope; the caller cannot tell which: 404. */
  static notFound(code: string, facts: Refusal['facts'] = {}): DomainError {
    return new DomainError('not-found', [{ code, facts }]);
  }

  /** Somebody was faster, or the thing has moved on: 409. */
  static conflict(code: string, facts: Refusal['facts'] = {}): DomainError {
    return new DomainError('conflict', [{ code, facts }]);
  }

  /** A refused outcome of `shared`, with all its reasons. */
  static from(refusals: readonly [Refusal, ...Refusal[]], kind: DomainErrorKind = 'invalid'): DomainError {
    return new DomainError(kind, refusals);
  }
}

/** A request turned down before any command was asked, with the status that says why. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.code);
    this.name = 'RequestError';
  }

  /** Builds one from a code and its facts. */
  static of(status: number, code: string, facts: Refusal['facts'] = {}): RequestError {
    return new RequestError(status, { code, facts });
  }
}
