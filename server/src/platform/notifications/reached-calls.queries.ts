import { Injectable } from '@nestjs/common';
import { beijingDate, type DateText, type Instant } from '@jiannuo/shared/kernel';
import { Database, type SqlValue } from '../database';
import { checkedScope, type Scope } from '../identity';
import { groupBy } from './group-by';

/** A call of the call list that got through. */
export interface ReachedCall {
  readonly id: string;
  readonly unitId: string;
  readonly on: DateText;
  readonly at: Instant;
  /** What the call was about, as the reminder said it. */
  readonly about: string;
  readonly result: string;
  readonly byName: string;
}

interface CallRow {
  readonly id: string;
  readonly deliveryId: string;
  readonly unitId: string;
  readonly at: Instant;
  readonly result: string;
  readonly byName: string;
  readonly isReached: number | boolean | null;
}

/** Reads the calls that reached somebody, for subjects that ask who was talked with. */
@Injectable()
export class ReachedCallQueries {
  constructor(private readonly database: Database) {}

  /**
   * The calls within the scope from one moment to before another, in the order of their time. Of several results of one
   * day for one reminder the last stands, so that a slip is put right by noting it again.
   */
  async between(scope: Scope, from: Instant, before: Instant): Promise<readonly ReachedCall[]> {
    const { groupId, unitId } = checkedScope(scope);
    const own = unitId === null ? '' : ' AND d.unit_id = ?';
    const parameters: SqlValue[] = [groupId, from, before, ...(unitId === null ? [] : [unitId])];
    const within = `FROM call_result c JOIN delivery d ON d.id = c.delivery_id
      WHERE d.group_id = ? AND c.at >= ? AND c.at < ?${own}`;
    const [rows, titles] = await Promise.all([
      this.database.rows<CallRow>(
        `SELECT c.id, c.delivery_id AS deliveryId, d.unit_id AS unitId, c.at, c.text AS result, c.by_name AS byName,
           c.is_reached AS isReached ${within} ORDER BY c.at, c.id`,
        parameters,
      ),
      this.database.rows<{ deliveryId: string; title: string }>(
        `SELECT s.delivery_id AS deliveryId, s.title FROM delivery_subject s
         WHERE s.delivery_id IN (SELECT c.delivery_id ${within}) ORDER BY s.due_at, s.id`,
        parameters,
      ),
    ]);
    const abouts = groupBy(titles, (row) => row.deliveryId);
    const days = groupBy(rows, (row) => `${row.deliveryId} ${beijingDate(row.at)}`);
    return [...days.values()].flatMap((ofDay) => {
      const last = ofDay.at(-1);
      if (!last?.isReached) return [];
      const about = [...new Set(abouts.get(last.deliveryId)?.map(({ title }) => title))].join('、');
      const { id, unitId: ownUnit, at, result, byName } = last;
      return [{ id, unitId: ownUnit, on: beijingDate(at), at, about, result, byName }];
    });
  }
}
