import { Injectable } from '@nestjs/common';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { ReportState, ReviewListView, WaitingMonth } from '@jiannuo/shared/reporting';
import { Database } from '../../platform/database';
import { checkedScope, type Scope } from '../../platform/identity';
import { GroupYears } from '../obligations';
import { RECEIVED_AT } from './entry-notes';
import { reportTitle } from './receipt';

interface ListedRow {
  readonly reportId: string;
  readonly unitName: string;
  readonly state: ReportState;
  readonly version: number;
  readonly submittedAt: Instant;
  readonly metAt: Instant | null;
  readonly dueAt: Instant;
}

const SQL = `SELECT r.id AS reportId, u.name AS unitName, r.state, v.number AS version,
    ${RECEIVED_AT} AS submittedAt, o.met_at AS metAt, o.due_at AS dueAt
  FROM report r
  JOIN unit u ON u.id = r.unit_id
  JOIN obligation o ON o.id = r.obligation_id
  JOIN report_version v ON v.report_id = r.id AND v.number =
    (SELECT MAX(i.number) FROM report_version i WHERE i.report_id = r.id AND i.withdrawn_at IS NULL)
  WHERE r.group_id = ? AND r.period = ? AND (? IS NULL OR r.unit_id = ?)
    AND r.state IN ('submitted', 'returned', 'accepted')
  ORDER BY submittedAt, u.number`;

const WAITING = `SELECT period, COUNT(*) AS count FROM report
  WHERE group_id = ? AND (? IS NULL OR unit_id = ?) AND state = 'submitted' GROUP BY period ORDER BY period`;

/** Reads what was handed in for a month. */
@Injectable()
export class ReviewListQueries {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
  ) {}

  /**
   * The reports of a month that are in, in the order in which they arrived; what was taken back is not in. With them the
   * months in which some wait to be looked at, so that none is forgotten when its month is over.
   */
  async list(scope: Scope, period: Period): Promise<ReviewListView> {
    const { groupId, unitId } = checkedScope(scope);
    const [year, rows, waiting] = await Promise.all([
      this.years.ofYear(groupId, Number(period.slice(0, 4))),
      this.database.rows<ListedRow>(SQL, [groupId, period, unitId, unitId]),
      this.database.rows<WaitingMonth>(WAITING, [groupId, unitId, unitId]),
    ]);
    return {
      period,
      reportTitle: (year === null ? '' : reportTitle(year, period)) || '月报',
      waiting: waiting.map((month) => ({ period: month.period, count: Number(month.count) })),
      rows: rows.map(({ reportId, unitName, state, version, submittedAt, metAt, dueAt }) => ({
        reportId,
        unitName,
        state,
        version,
        submittedAt,
        isOnTime: (metAt ?? submittedAt) < dueAt,
      })),
    };
  }
}
