import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accepting what a unit said to a 瞒报 (art. 10) was the end of it: no clue could follow. That is now a state of its own. */
export class ClearedFindings1653000000038 implements MigrationInterface {
  readonly name = 'ClearedFindings1653000000038';

  up(runner: QueryRunner): Promise<void> {
    return move(runner, 'closed', 'cleared');
  }

  down(runner: QueryRunner): Promise<void> {
    return move(runner, 'cleared', 'closed');
  }
}

async function move(runner: QueryRunner, from: string, to: string): Promise<void> {
  // The platform's tables can stand without those of the subjects.
  if (!(await runner.hasTable('inspection_finding'))) return;
  await runner.query(
    `UPDATE inspection_finding SET state = '${to}' WHERE state = '${from}' AND concealed_in IS NOT NULL`,
  );
}
