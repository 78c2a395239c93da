import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, reference, table, text, ulid } from './columns';

const QUARTER_RESULT = table(
  'quarter_result',
  [
    ulid(),
    reference('group_id'),
    integer('year'),
    integer('quarter'),
    integer('number'),
    json('content'),
    text('content_hash', 64),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [
    {
      name: 'ux_quarter_result_number',
      columnNames: ['group_id', 'year', 'quarter', 'number'],
      isUnique: true,
    },
  ],
  [foreignKey('fk_quarter_result_group', 'group_id', 'working_group')],
);

/** What was told of the counties' quarters (art. 12). */
export class Quarters1653000000035 implements MigrationInterface {
  readonly name = 'Quarters1653000000035';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(QUARTER_RESULT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(QUARTER_RESULT.name);
  }
}
