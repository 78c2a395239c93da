import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, optional, period, reference, table, text, ulid } from './columns';

const ANNUAL_YEAR = table(
  'annual_year',
  [
    ulid(),
    reference('group_id'),
    integer('year'),
    text('state', 16),
    instant('finalised_at'),
    text('finalised_by_name', 100),
    text('by_unit_name', 100),
    optional(instant('published_at')),
    optional(text('published_by_name', 100)),
  ],
  [{ name: 'ux_annual_year_group', columnNames: ['group_id', 'year'], isUnique: true }],
  [foreignKey('fk_annual_year_group', 'group_id', 'working_group')],
);

const MISSING_MONTH = table(
  'annual_missing_month',
  [ulid(), reference('annual_year_id'), reference('unit_id'), period('period'), text('reason', 800)],
  [
    {
      name: 'ux_annual_missing_month',
      columnNames: ['annual_year_id', 'unit_id', 'period'],
      isUnique: true,
    },
  ],
  [foreignKey('fk_annual_missing_month_year', 'annual_year_id', 'annual_year')],
);

/** How far a group's year has come, and the months that count 0 because somebody confirmed that nobody scored them. */
export class AnnualYear1653000000015 implements MigrationInterface {
  readonly name = 'AnnualYear1653000000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(ANNUAL_YEAR);
    await runner.createTable(MISSING_MONTH);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(MISSING_MONTH.name);
    await runner.dropTable(ANNUAL_YEAR.name);
  }
}
