import { readFileSync, writeFileSync } from 'node:fs';
import { ANNUAL_STATES, ANNUAL_TRANSITIONS } from '@jiannuo/shared/assessment';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'annual.md');
const INTRODUCTION = `# The life of a year’s result (年度考评)

Drawn from \`ANNUAL_TRANSITIONS\` in \`shared/src/assessment/annual.states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs annual-states\` draws it again.

The words are those of the [glossary](../glossary.md). All counties of a group go on together. A year becomes final once its questions are ruled (Q1), every month that anything came in for is published, every innovation is decided, and every month without a score is confirmed with a reason (Q19). A correction is a new result of one county beside the old one.`;

const PAGE = statePage({
  introduction: INTRODUCTION,
  first: ANNUAL_STATES[0],
  transitions: ANNUAL_TRANSITIONS,
});

describe('the picture of a year’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state', () => {
    for (const state of ANNUAL_STATES) expect(PAGE).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });
});
