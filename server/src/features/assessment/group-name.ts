import type { Database } from '../../platform/database';

/** What a group is called, at the head of what is taken out. */
export async function groupNameOf(database: Database, groupId: string): Promise<string> {
  const sql = 'SELECT name FROM working_group WHERE id = ?';
  return (await database.row<{ readonly name: string }>(sql, [groupId]))?.name ?? '';
}
