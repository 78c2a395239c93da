import { Injectable } from '@nestjs/common';
import { addWholeDays, cleanText, codePointLength, type Instant } from '@jiannuo/shared/kernel';
import type { CallListView, CallResultView, CallRow } from '@jiannuo/shared/notifications';
import { Audit } from '../audit';
import { Clock, Ids } from '../clock';
import { Database, insertRows, placesFor, rowsIn, Transactions, type SqlValue } from '../database';
import { DomainError } from '../http';
import { checkedScope, scopeOf, type Actor, type Scope } from '../identity';
import { callReasonWords } from './call-reason.words';
import { groupBy } from './group-by';
import { RecipientLookup } from './recipient-lookup';
import type { Recipient } from './recipients';
import { SubjectKinds } from './subject-kinds';

/** How far back the list looks: what is older concerns a month that is over. */
const DAYS_LISTED = 40;
/** Longest result of a call, in code points, inclusive. */
const RESULT_LIMIT = 100;

interface ListedRow {
  readonly deliveryId: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly appointmentId: string;
  readonly subjectKind: string;
  readonly reason: string | null;
  readonly at: Instant;
  readonly subjectId: string;
  readonly title: string;
  readonly dueAt: Instant;
}
interface ResultRow {
  readonly deliveryId: string;
  readonly text: string;
  readonly isReached: number | boolean | null;
  readonly at: Instant;
  readonly byName: string;
}

/** Who could not be reached and has to be called (转电话). */
@Injectable()
export class CallList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly people: RecipientLookup,
    private readonly kinds: SubjectKinds,
  ) {}

  /**
   * Whom to call, one line a person: only for what is still owed, and only if no later message reached them.
   * Those not called yet come first, then what is due first, then the latest.
   */
  async viewOf(scope: Scope): Promise<CallListView> {
    const rows = await this.openRows(checkedScope(scope));
    const people = [...groupBy(rows, (row) => `${row.unitId} ${row.appointmentId}`).values()];
    const [recipients, names, results] = await Promise.all([
      this.people.directory.recipientsOf(rows.filter((row) => row.appointmentId !== '')),
      this.people.directory.unitNames(scope.groupId, [...new Set(rows.map((row) => row.unitId))]),
      this.resultsOf(rows.map((row) => row.deliveryId)),
    ]);
    const views = people.flatMap((own) => {
      // They come in the order of their time.
      const latest = own.at(-1);
      if (!latest) return [];
      const recipient = recipients.get(latest.appointmentId) ?? null;
      const unitName = names.get(latest.unitId) ?? '';
      return [rowOf({ own, latest, recipient, unitName, result: results.get(latest.deliveryId) })];
    });
    return { rows: views.sort(byUrgency) };
  }

  private async openRows(scope: Scope): Promise<readonly ListedRow[]> {
    const parameters: SqlValue[] = [scope.groupId, addWholeDays(this.clock.now(), -DAYS_LISTED)];
    const rows = await this.database.rows<ListedRow>(
      `SELECT d.id AS deliveryId, d.group_id AS groupId, d.unit_id AS unitId, d.appointment_id AS appointmentId,
         d.subject_kind AS subjectKind, d.reason, d.updated_at AS at, s.subject_id AS subjectId, s.title, s.due_at AS dueAt
       FROM delivery d JOIN delivery_subject s ON s.delivery_id = d.id
       WHERE d.group_id = ? AND d.state = 'call-list' AND d.updated_at >= ? AND s.state = 'call-list'
         ${scope.unitId === null ? '' : 'AND d.unit_id = ?'}
         AND NOT EXISTS (
           SELECT 1 FROM delivery_subject l WHERE l.subject_id = s.subject_id AND l.appointment_id = s.appointment_id
             AND l.state = 'delivered' AND l.updated_at >= d.created_at)
       ORDER BY d.updated_at, s.due_at, s.id`,
      scope.unitId === null ? parameters : [...parameters, scope.unitId],
    );
    const wanted = new Set<string>();
    for (const [kind, some] of groupBy(rows, (row) => row.subjectKind)) {
      const ids = [...new Set(some.map((row) => row.subjectId))];
      for (const id of await this.kinds.of(kind).stillWanted(scope.groupId, ids)) wanted.add(id);
    }
    return rows.filter((row) => wanted.has(row.subjectId));
  }

  private async resultsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ResultRow>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows<ResultRow>(
      `SELECT delivery_id AS deliveryId, text, is_reached AS isReached, at, by_name AS byName FROM call_result
       WHERE delivery_id IN (${placesFor(ids)}) ORDER BY at, id`,
      ids,
    );
    return new Map(rows.map((row) => [row.deliveryId, row]));
  }
}

/** Writes down what calls came to. */
@Injectable()
export class CallResults {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly audit: Audit,
  ) {}

  /**
   * Notes the result of a call, and whether it got through. A later one stands beside the earlier. Refuses `notifications.call-result-missing`,
   * `notifications.call-result-too-long`, and with 404 what is not on the actor's list.
   */
  async record(
    actor: Actor,
    deliveryId: string,
    { text, isReached = null }: { readonly text: unknown; readonly isReached?: boolean | null },
  ): Promise<{ readonly reminderId: string }> {
    const clean = readResult(text);
    const { groupId } = scopeOf(actor);
    const sql = "SELECT id FROM delivery WHERE id = ? AND group_id = ? AND state = 'call-list'";
    return this.transactions.run(async (tx) => {
      const [listed] = await rowsIn(tx, sql, [deliveryId, groupId]);
      if (listed === undefined) throw DomainError.notFound('request.not-found');
      const { appointmentId, personName } = actor;
      const row = { id: this.ids.next(), delivery_id: deliveryId, text: clean, at: this.clock.now() };
      const by = { appointment_id: appointmentId, by_name: personName };
      await insertRows(tx, 'call_result', [{ ...row, ...by, is_reached: isReached }]);
      const subject = { kind: 'delivery', id: deliveryId };
      await this.audit.record(tx, { actor, groupId, action: 'reminder.call', subject, detail: { result: clean } });
      return { reminderId: deliveryId };
    });
  }
}

function readResult(text: unknown): string {
  const clean = typeof text === 'string' && text.length <= RESULT_LIMIT * 10 ? cleanText(text) : '';
  if (typeof text === 'string' && (text.length > RESULT_LIMIT * 10 || codePointLength(clean) > RESULT_LIMIT)) {
    throw DomainError.invalid('notifications.call-result-too-long', { limit: RESULT_LIMIT });
  }
  if (clean === '') throw DomainError.invalid('notifications.call-result-missing');
  return clean;
}

interface Listed {
  readonly own: readonly ListedRow[];
  readonly latest: ListedRow;
  readonly recipient: Recipient | null;
  readonly unitName: string;
  readonly result: ResultRow | undefined;
}

function rowOf({ own, latest, recipient, unitName, result }: Listed): CallRow {
  return {
    reminderId: latest.deliveryId,
    unitId: latest.unitId,
    unitName,
    personName: recipient?.personName ?? '',
    post: recipient?.post ?? '',
    phone: recipient?.phone ?? '',
    about: [...new Set(own.map((row) => row.title))].join('、'),
    dueAt: own.map((row) => row.dueAt).reduce((first, each) => (each < first ? each : first), latest.dueAt),
    reason: callReasonWords(latest.reason),
    at: latest.at,
    result: result === undefined ? null : resultOf(result),
  };
}

function resultOf({ text, isReached, at, byName }: ResultRow): CallResultView {
  return { text, isReached: isReached === null ? null : Boolean(isReached), at, by: byName };
}

/** Who was not called yet, then what is due first, then the latest, then the units in the order in which they were set up. */
function byUrgency(a: CallRow, b: CallRow): number {
  if ((a.result === null) !== (b.result === null)) return a.result === null ? -1 : 1;
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt ? -1 : 1;
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.unitId < b.unitId ? -1 : 1;
}
