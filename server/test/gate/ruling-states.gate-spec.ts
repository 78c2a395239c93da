import { readFileSync, writeFileSync } from 'node:fs';
import { RULING_STATES, RULING_TRANSITIONS } from '@jiannuo/shared/rulings';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'ruling.md');
const INTRODUCTION = `# The life of a ruling (解释口径)

Drawn from \`RULING_TRANSITIONS\` in \`shared/src/rulings/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs ruling-states\` draws it again.

A ruling is in force from its month once a second person of the lead unit has checked it, and its words are never edited. Checking one that follows another supersedes that other, which stays in force for the months before. Months that were published before keep their numbers.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: RULING_STATES[0], transitions: RULING_TRANSITIONS });

describe('the picture of a ruling’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state', () => {
    for (const state of RULING_STATES) expect(PAGE).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });
});
