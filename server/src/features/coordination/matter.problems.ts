import type { EntityManager } from 'typeorm';
import type { ProblemLine, ProblemView } from '@jiannuo/shared/coordination';
import type { Period } from '@jiannuo/shared/kernel';
import type { ReportContent } from '@jiannuo/shared/reporting';
import type { Database } from '../../platform/database';
import { DomainError } from '../../platform/http';
import type { Actor } from '../../platform/identity';

const HANDED_IN = `SELECT r.period, v.content FROM report r
  JOIN report_version v ON v.report_id = r.id AND v.number = r.current_version
  WHERE r.id = ? AND r.group_id = ? AND r.unit_id = ?`;

/** A problem (存在的问题) as it stands in the report that the actor's unit handed in, and the matter that it became; not found in any other report. */
export async function readProblem(
  database: Database,
  actor: Actor,
  { reportId, lineId }: ProblemLine,
  tx?: EntityManager,
): Promise<ProblemView> {
  const [report] = await database.rows<{ period: Period; content: string }>(
    HANDED_IN,
    [reportId, actor.groupId, actor.unitId],
    tx,
  );
  const { problems = [] } = report === undefined ? {} : (JSON.parse(report.content) as ReportContent);
  const line = problems.find(({ id }) => id === lineId);
  if (report === undefined || line === undefined) throw DomainError.notFound('coordination.problem-not-found');
  const sql = 'SELECT id FROM matter WHERE report_id = ? AND problem_id = ?';
  const [matter] = await database.rows<{ id: string }>(sql, [reportId, lineId], tx);
  return { reportId, lineId, period: report.period, text: line.text, matterId: matter?.id ?? null };
}
