import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, instant, integer, json, optional, period, reference, table, text, ulid } from './columns';

const ASSESSMENT = table(
  'assessment',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    period('period'),
    reference('obligation_id'),
    text('state', 16),
    integer('current_sheet'),
    integer('current_review'),
    optional(instant('objection_closes_at')),
    integer('version'),
    instant('opened_at'),
    optional(instant('published_at')),
  ],
  [
    { name: 'ux_assessment_unit_period', columnNames: ['group_id', 'unit_id', 'period'], isUnique: true },
    { name: 'ux_assessment_obligation', columnNames: ['obligation_id'], isUnique: true },
    { name: 'ix_assessment_group_period', columnNames: ['group_id', 'period'] },
  ],
  [
    foreignKey('fk_assessment_unit', 'unit_id', 'unit'),
    foreignKey('fk_assessment_obligation', 'obligation_id', 'obligation'),
  ],
);

const ASSESSMENT_DRAFT = table(
  'assessment_draft',
  [ulid('assessment_id'), integer('revision'), optional(instant('saved_at')), json('content')],
  [],
  [foreignKey('fk_assessment_draft_assessment', 'assessment_id', 'assessment')],
);

const ASSESSMENT_SHEET = table(
  'assessment_sheet',
  [
    ulid(),
    reference('assessment_id'),
    integer('number'),
    text('content_hash', 64),
    json('content'),
    instant('received_at'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    optional(instant('withdrawn_at')),
  ],
  [{ name: 'ux_assessment_sheet_number', columnNames: ['assessment_id', 'number'], isUnique: true }],
  [foreignKey('fk_assessment_sheet_assessment', 'assessment_id', 'assessment')],
);

const ASSESSMENT_REVIEW = table(
  'assessment_review',
  [
    ulid(),
    reference('assessment_id'),
    integer('number'),
    integer('sheet_number'),
    text('state', 16),
    json('score_case'),
    json('content'),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_assessment_review_number', columnNames: ['assessment_id', 'number'], isUnique: true }],
  [foreignKey('fk_assessment_review_assessment', 'assessment_id', 'assessment')],
);

const ASSESSMENT_OBJECTION = table(
  'assessment_objection',
  [
    ulid(),
    reference('assessment_id'),
    integer('number'),
    integer('review_number'),
    text('line', 16),
    text('text', 800),
    reference('by_appointment_id'),
    text('by_name', 100),
    instant('at'),
    optional(text('answer', 16)),
    optional(text('answer_reason', 800)),
    optional(text('answered_by_name', 100)),
    optional(instant('answered_at')),
  ],
  [{ name: 'ux_assessment_objection_number', columnNames: ['assessment_id', 'number'], isUnique: true }],
  [foreignKey('fk_assessment_objection_assessment', 'assessment_id', 'assessment')],
);

const SCORE = table(
  'score',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    period('period'),
    reference('assessment_id'),
    integer('number'),
    text('kind', 16),
    text('regulation', 40),
    json('rulings'),
    json('score_case'),
    json('result'),
    text('raw_exact', 200),
    integer('raw_hundredths'),
    integer('score_hundredths'),
    text('reason', 800),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [
    { name: 'ux_score_number', columnNames: ['assessment_id', 'number'], isUnique: true },
    { name: 'ix_score_group_period', columnNames: ['group_id', 'period'] },
    { name: 'ix_score_unit_period', columnNames: ['unit_id', 'period'] },
  ],
  [foreignKey('fk_score_assessment', 'assessment_id', 'assessment')],
);

const ANNUAL_RESULT = table(
  'annual_result',
  [
    ulid(),
    reference('group_id'),
    reference('unit_id'),
    integer('year'),
    integer('number'),
    text('regulation', 40),
    json('score_case'),
    json('result'),
    integer('total_hundredths'),
    text('reason', 800),
    reference('by_appointment_id'),
    text('by_name', 100),
    text('by_unit_name', 100),
    instant('at'),
  ],
  [{ name: 'ux_annual_result_number', columnNames: ['group_id', 'unit_id', 'year', 'number'], isUnique: true }],
  [foreignKey('fk_annual_result_unit', 'unit_id', 'unit')],
);

const TABLES = [
  ASSESSMENT,
  ASSESSMENT_DRAFT,
  ASSESSMENT_SHEET,
  ASSESSMENT_REVIEW,
  ASSESSMENT_OBJECTION,
  SCORE,
  ANNUAL_RESULT,
];

/** Self-assessments, reviews, objections, and the scores that come of them. */
export class Assessment1653000000014 implements MigrationInterface {
  readonly name = 'Assessment1653000000014';

  async up(runner: QueryRunner): Promise<void> {
    for (const each of TABLES) await runner.createTable(each);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const each of [...TABLES].reverse()) await runner.dropTable(each.name);
  }
}
