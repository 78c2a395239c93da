import type { LedgerYear } from './plan.context';

/**
 * The self-assessments that are owed for the months of a year's plan. A change of plan locks them: none is handed in
 * while measures come or go that it would be reckoned by.
 */
export const OWED_ASSESSMENTS = `SELECT unit_id AS unitId, period, due_at AS dueAt, met_at AS metAt, channel,
    waived_at AS waivedAt, closes_at AS closesAt
  FROM obligation WHERE group_id = ? AND kind = 'self-assessment' AND period BETWEEN ? AND ?`;

/** What that asks for. */
export function owedIn({ groupId, settings }: Pick<LedgerYear, 'groupId' | 'settings'>): readonly string[] {
  return [groupId, settings.firstPeriod, settings.lastPeriod];
}
