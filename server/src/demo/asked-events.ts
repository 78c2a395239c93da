import { Injectable } from '@nestjs/common';
import { addDays, addWholeDays, atBeijing, dueDayAndHour, lastDateBefore, type Instant } from '@jiannuo/shared/kernel';
import { ASKED_KINDS } from '@jiannuo/shared/obligations';
import { Database, placesFor } from '../platform/database';
import type { MonthEvent } from './month-events';

interface Row {
  readonly title: string | null;
  readonly dueAt: Instant;
  readonly units: number | string;
  readonly unitName: string;
}

/** When the ladder looks through what is overdue. */
const NIGHT = '02:00';
const SHOWN = 60;

/** What notices asked for in the demo and is still open: when it is due, and the night that looks at it after that. */
@Injectable()
export class AskedEvents {
  constructor(private readonly database: Database) {}

  /** Those of the group with that name that lie ahead, and since yesterday, the earliest first. */
  async around(groupKey: string, now: Instant): Promise<readonly MonthEvent[]> {
    const rows = await this.database.rows<Row>(
      `SELECT o.title, o.due_at AS dueAt, COUNT(*) AS units, MIN(u.name) AS unitName FROM obligation o
       JOIN unit u ON u.id = o.unit_id JOIN working_group g ON g.id = o.group_id
       WHERE g.code = ? AND o.kind IN (${placesFor(ASKED_KINDS)}) AND o.met_at IS NULL AND o.waived_at IS NULL
         AND o.due_at > ? GROUP BY o.title, o.due_at ORDER BY o.due_at, o.title LIMIT ${String(SHOWN)}`,
      [groupKey, ...ASKED_KINDS, addWholeDays(now, -1)],
    );
    const nights = new Set(rows.map(({ dueAt }) => addDays(lastDateBefore(dueAt), 1)));
    return [...rows.map(dueEvent), ...[...nights].map(nightEvent)].sort((a, b) => (a.at < b.at ? -1 : 1));
  }
}

function dueEvent({ title, dueAt, units, unitName }: Row): MonthEvent {
  const { date, time } = dueDayAndHour(dueAt);
  const who = Number(units) === 1 ? unitName : `${unitName}等${String(Number(units))}家`;
  return { at: dueAt, day: Number(date.slice(8)), title: `${title ?? '通知'}截止`, detail: `${time}整，${who}还没办` };
}

function nightEvent(date: string): MonthEvent {
  const at = atBeijing(date, NIGHT);
  return { at, day: Number(date.slice(8)), title: '看要不要督导建议', detail: '到期没办的，起草督导建议' };
}
