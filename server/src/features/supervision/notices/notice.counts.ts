import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { requestDueAt, reviewDueAt, type NoticeProgress, type NoticeRow } from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database, placesFor } from '../../../platform/database';
import { SupervisionYears } from '../supervision-years';
import { waitsForLead } from '../tickets/ticket.queries';

/** What is late of a ticket `t` with its answer `o` and its signature `s`: a missed signature is as late as a missed answer. */
const ANSWER_LATE = "t.state IN ('working', 'returned', 'to-sign') AND o.due_at <= ? AND o.met_at IS NULL";
const SIGN_LATE = "t.state = 'to-sign' AND s.due_at <= ? AND s.met_at IS NULL";
export const LATE = `(${ANSWER_LATE}) OR (${SIGN_LATE})`;
/** How each thing is counted among the tickets `t` of a notice, with what they owe. */
const COUNTED: Readonly<Record<keyof NoticeProgress, string>> = {
  asked: "t.part <> 'copy' AND t.state <> 'withdrawn'",
  over: "t.part <> 'copy' AND (t.state = 'finished' OR (t.state = 'informed' AND t.opened_at IS NOT NULL))",
  waiting: waitsForLead('t'),
  overdue: LATE,
  copies: "t.part = 'copy' AND t.state <> 'withdrawn'",
  withdrawn: "t.state = 'withdrawn'",
};
const SUMS = Object.entries(COUNTED)
  .map(([name, condition]) => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS \`${name}\``)
  .join(', ');

type CountRow = Readonly<Record<keyof NoticeProgress, number | string>> & {
  readonly noticeId: string;
  readonly answeredAt: Instant | null;
  readonly askedAt: Instant | null;
  /** The soonest due time of those whose requests wait. */
  readonly askedOf: Instant | null;
  /** The first answer and the first signature that are missing. */
  readonly answerSince: Instant | null;
  readonly signSince: Instant | null;
};
type Counts = Pick<NoticeRow, 'tickets' | 'reviewDueAt' | 'overdueSince'>;

/** Counts how far the units of notices have come. */
@Injectable()
export class NoticeCounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: SupervisionYears,
  ) {}

  /** The counts of some notices of a group, by notice; one without tickets is left out. */
  async of(groupId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Counts>> {
    if (ids.length === 0) return new Map();
    const now = this.clock.now();
    const [clocks, rows] = await Promise.all([
      this.years.clocksAt(groupId, now),
      this.database.rows<CountRow>(
        `SELECT t.notice_id AS noticeId, ${SUMS},
           MIN(CASE WHEN t.state = 'answered' AND t.asked_at IS NULL THEN t.answered_at END) AS answeredAt,
           MIN(t.asked_at) AS askedAt,
           MIN(CASE WHEN t.asked_at < o.due_at THEN o.due_at END) AS askedOf,
           MIN(CASE WHEN ${ANSWER_LATE} THEN o.due_at END) AS answerSince,
           MIN(CASE WHEN ${SIGN_LATE} THEN s.due_at END) AS signSince
         FROM supervision_ticket t LEFT JOIN obligation o ON o.id = t.answer_obligation_id
         LEFT JOIN obligation s ON s.id = t.sign_obligation_id
         WHERE t.notice_id IN (${placesFor(ids)}) GROUP BY t.notice_id`,
        [now, now, now, now, ...ids],
      ),
    ]);
    return new Map(
      rows.map(
        ({
          noticeId,
          answeredAt,
          askedAt,
          askedOf,
          answerSince,
          signSince,
          asked,
          over,
          waiting,
          overdue,
          copies,
          withdrawn,
        }): [string, Counts] => {
          const tickets = {
            asked: Number(asked),
            over: Number(over),
            waiting: Number(waiting),
            overdue: Number(overdue),
            copies: Number(copies),
            withdrawn: Number(withdrawn),
          };
          return [
            noticeId,
            {
              tickets,
              overdueSince: soonestOf([answerSince, signSince].flatMap((since) => since ?? [])),
              reviewDueAt: soonestOf([
                ...(answeredAt === null ? [] : [reviewDueAt(answeredAt, clocks)]),
                ...(askedAt === null ? [] : [requestDueAt(askedAt, askedOf, clocks)]),
              ]),
            },
          ];
        },
      ),
    );
  }
}

function soonestOf(instants: readonly Instant[]): Instant | null {
  return [...instants].sort()[0] ?? null;
}
