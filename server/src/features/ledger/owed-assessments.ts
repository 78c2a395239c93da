import type { EntityManager } from 'typeorm';
import type { OwedAssessment } from '@jiannuo/shared/ledger';
import { forUpdate, type Database } from '../../platform/database';
import type { LedgerYear } from './plan.context';

/**
 * The self-assessments that are owed for the months of a year's plan. In a transaction they are locked: none is handed
 * in while a plan is changed that it would be reckoned by.
 */
export function owedAssessments(
  database: Database,
  { groupId, settings }: Pick<LedgerYear, 'groupId' | 'settings'>,
  tx?: EntityManager,
): Promise<readonly OwedAssessment[]> {
  const sql = `SELECT unit_id AS unitId, period, due_at AS dueAt, met_at AS metAt, channel, waived_at AS waivedAt,
      closes_at AS closesAt
    FROM obligation WHERE group_id = ? AND kind = 'self-assessment' AND period BETWEEN ? AND ?`;
  const { firstPeriod, lastPeriod } = settings;
  return database.rows(tx === undefined ? sql : `${sql}${forUpdate(tx)}`, [groupId, firstPeriod, lastPeriod], tx);
}
