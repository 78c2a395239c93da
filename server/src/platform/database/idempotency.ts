import type { EntityManager } from 'typeorm';
import type { Clock, Ids } from '../clock';
import { RequestError } from '../http/domain-error';
import type { RequestContext } from '../http/request-context';
import { insertRows, type Database } from './rows';

/** One transaction of a write that carries a key. */
export interface KeyedStep {
  readonly appointmentId: string;
  readonly key: string;
  readonly step: number;
  readonly requestHash: string;
}

/** Remembers what keyed writes answered. */
export class IdempotencyRecords {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The next step of the request's key; null when the request carries none. */
  begin(request: RequestContext | undefined): KeyedStep | null {
    if (!request?.idempotency || !request.actor) return null;
    request.step += 1;
    return { ...request.idempotency, appointmentId: request.actor.appointmentId, step: request.step };
  }

  /** Frees the step of a transaction that came to nothing, so that trying again is the same step. */
  giveBack(request: RequestContext | undefined, step: KeyedStep): void {
    if (request?.step === step.step) request.step -= 1;
  }

  /** Keeps the result; the unique index refuses it when the same step was kept before. */
  async keep(tx: EntityManager, step: KeyedStep, result: unknown): Promise<void> {
    await insertRows(tx, 'idempotency_record', [
      {
        id: this.ids.next(),
        appointment_id: step.appointmentId,
        request_key: step.key,
        step: step.step,
        request_hash: step.requestHash,
        result: JSON.stringify(result ?? null),
        recorded_at: this.clock.now(),
      },
    ]);
  }

  /** What the same step answered before; null when it never did. Throws `request.key-reused` when another request used the key. */
  async find(step: KeyedStep): Promise<{ readonly result: unknown } | null> {
    const sql =
      'SELECT request_hash, result FROM idempotency_record WHERE appointment_id = ? AND request_key = ? AND step = ?';
    const found = await this.database.row<{ request_hash: string; result: string }>(sql, [
      step.appointmentId,
      step.key,
      step.step,
    ]);
    if (!found) return null;
    if (found.request_hash !== step.requestHash) throw RequestError.of(422, 'request.key-reused');
    return { result: JSON.parse(found.result) as unknown };
  }
}
