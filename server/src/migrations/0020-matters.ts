import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, optional, reference, table, text, textBody, ulid, yesNo } from './columns';

const MATTER = table(
  'matter',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    text('kind', 24),
    text('state', 16),
    yesNo('is_urgent'),
    text('title', 60),
    textBody('facts'),
    text('indicator', 100),
    textBody('wish'),
    optional(reference('report_id')),
    optional(text('problem_id', 40)),
    reference('raised_by'),
    instant('raised_at'),
    optional(instant('answered_at')),
    optional(reference('doer_unit_id')),
    optional(reference('obligation_id')),
    optional(instant('reopen_until')),
    instant('moved_at'),
  ],
  [
    { name: 'ix_matter_group', columnNames: ['group_id', 'state', 'moved_at'] },
    { name: 'ux_matter_problem', columnNames: ['report_id', 'problem_id'], isUnique: true },
  ],
  [foreignKey('fk_matter_group', 'group_id', 'working_group'), foreignKey('fk_matter_unit', 'unit_id', 'unit')],
);

const UNIT = table(
  'matter_unit',
  [ulid(), reference('matter_id'), reference('unit_id')],
  [
    { name: 'ux_matter_unit', columnNames: ['matter_id', 'unit_id'], isUnique: true },
    { name: 'ix_matter_unit_unit', columnNames: ['unit_id'] },
  ],
  [foreignKey('fk_matter_unit_matter', 'matter_id', 'matter'), foreignKey('fk_matter_unit_unit', 'unit_id', 'unit')],
);

const EVIDENCE = table(
  'matter_evidence',
  [
    ulid(),
    reference('matter_id'),
    integer('ordinal'),
    reference('entry_id'),
    text('title', 200),
    text('kind', 16),
    optional(reference('attachment_id')),
  ],
  [
    { name: 'ux_matter_evidence', columnNames: ['matter_id', 'ordinal'], isUnique: true },
    { name: 'ix_matter_evidence_attachment', columnNames: ['attachment_id'] },
  ],
  [foreignKey('fk_matter_evidence_matter', 'matter_id', 'matter')],
);

const EVENT = table(
  'matter_event',
  [
    ulid(),
    reference('matter_id'),
    text('action', 16),
    textBody('text'),
    optional(text('doer_name', 100)),
    optional(instant('due_at')),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ix_matter_event_matter', columnNames: ['matter_id', 'at'] }],
  [foreignKey('fk_matter_event_matter', 'matter_id', 'matter')],
);

const TABLES = [MATTER, UNIT, EVIDENCE, EVENT];

/** The register of matters (art. 1): what was raised, whom it concerns, what proves it, and what was done. */
export class Matters1653000000020 implements MigrationInterface {
  readonly name = 'Matters1653000000020';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
