import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { date, foreignKey, instant, optional, reference, table, text, ulid, yesNo } from './columns';

const CONTACT_ENTRY = table(
  'contact_entry',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    date('contacted_on'),
    text('channel', 16),
    text('subject', 60),
    text('result', 500),
    reference('by_appointment_id'),
    text('by_name', 50),
    instant('recorded_at'),
    optional(instant('struck_at')),
    optional(reference('struck_by')),
    optional(text('struck_by_name', 50)),
    optional(text('strike_reason', 200)),
  ],
  [
    { name: 'ix_contact_entry_group_day', columnNames: ['group_id', 'contacted_on'] },
    { name: 'ix_contact_entry_unit_day', columnNames: ['unit_id', 'contacted_on'] },
  ],
  [
    foreignKey('fk_contact_entry_group', 'group_id', 'working_group'),
    foreignKey('fk_contact_entry_unit', 'unit_id', 'unit'),
  ],
);

/** The log of contacts (art. 4), and whether a call of the call list got through, so that it counts as one. */
export class Coordination1653000000007 implements MigrationInterface {
  readonly name = 'Coordination1653000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(CONTACT_ENTRY);
    await runner.addColumn('call_result', new TableColumn(optional(yesNo('is_reached'))));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('call_result', 'is_reached');
    await runner.dropTable(CONTACT_ENTRY.name);
  }
}
