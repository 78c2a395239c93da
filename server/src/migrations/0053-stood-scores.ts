import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, reference, table, text, ulid } from './columns';

const LET_STAND = table(
  'assessment_let_stand',
  [
    ulid(),
    reference('assessment_id'),
    integer('number'),
    json('facts'),
    text('reason', 800),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_assessment_let_stand_number', columnNames: ['assessment_id', 'number'], isUnique: true }],
  [foreignKey('fk_assessment_let_stand_assessment', 'assessment_id', 'assessment')],
);

/** Why a published score was let stand beside what came onto record since (不用更正). */
export class StoodScores1653000000053 implements MigrationInterface {
  readonly name = 'StoodScores1653000000053';

  async up(runner: QueryRunner): Promise<void> {
    // The platform's tables can stand without those of the subjects.
    if (!(await runner.hasTable('assessment'))) return;
    await runner.createTable(LET_STAND);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasTable('assessment_let_stand'))) return;
    await runner.dropTable('assessment_let_stand');
  }
}
