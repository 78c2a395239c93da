import type { MigrationInterface, QueryRunner } from 'typeorm';
import { date, foreignKey, instant, json, optional, reference, table, text, textBody, ulid } from './columns';

const CIRCULAR = table(
  'supervision_circular',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    optional(reference('obligation_id')),
    text('title', 200),
    date('issued_on'),
    textBody('shortfall'),
    json('evidence'),
    reference('by_appointment_id'),
    text('by_name', 100),
    instant('entered_at'),
    optional(instant('withdrawn_at')),
    optional(text('withdrawn_by', 100)),
    optional(text('withdraw_reason', 800)),
  ],
  [
    { name: 'ix_supervision_circular_entered', columnNames: ['group_id', 'entered_at'] },
    { name: 'ix_supervision_circular_obligation', columnNames: ['obligation_id'] },
  ],
  [
    foreignKey('fk_supervision_circular_group', 'group_id', 'working_group'),
    foreignKey('fk_supervision_circular_unit', 'unit_id', 'unit'),
    foreignKey('fk_supervision_circular_obligation', 'obligation_id', 'obligation'),
  ],
);

/** What circulars named of units. */
export class Circulars1653000000022 implements MigrationInterface {
  readonly name = 'Circulars1653000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(CIRCULAR);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(CIRCULAR.name);
  }
}
