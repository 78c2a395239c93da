import type { EntityManager } from 'typeorm';
import type { InspectionEvent } from '@jiannuo/shared/inspections';
import type { Evidence } from '@jiannuo/shared/reporting';
import type { Database } from '../../platform/database';

/** Reads what happened, the earliest first. The caller has asked whether the reader may know of it. */
export async function historyWhere(
  database: Database,
  column: 'inspection_id' | 'finding_id',
  id: string,
  tx?: EntityManager,
): Promise<readonly InspectionEvent[]> {
  const rows = await database.rows<InspectionEvent & { readonly evidence: string }>(
    `SELECT action, at, happened_at AS happenedAt, by_name AS \`by\`, by_unit_name AS unitName, text, evidence,
       due_at AS dueAt FROM inspection_event
     WHERE ${column} = ? ${column === 'inspection_id' ? 'AND finding_id IS NULL' : ''} ORDER BY at, id`,
    [id],
    tx,
  );
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) as readonly Evidence[] }));
}
