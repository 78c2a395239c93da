import { readFileSync, writeFileSync } from 'node:fs';
import { ASSESSMENT_STATES, ASSESSMENT_TRANSITIONS } from '@jiannuo/shared/assessment';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'assessment.md');
const INTRODUCTION = `# The life of a county’s month of assessment (考评)

Drawn from \`ASSESSMENT_TRANSITIONS\` in \`shared/src/assessment/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs assessment-states\` draws it again.

The words are those of the [glossary](../glossary.md). A month that was never handed in is reviewed from the records once it is due; what came by mail and is entered after the review stands beside it, up to 定稿. A review may be objected to for the working days of the group's year (Q18), three where nothing else is said: each line once, several at a time, and each objection is answered; with the answer to the last the month is reviewed anew if any was upheld, and otherwise the review stands and the days run on. A reviewed month becomes final after them, a settled one at once. Never before the month's spot check is drawn, where one was committed.`;

const PAGE = statePage({
  introduction: INTRODUCTION,
  first: ASSESSMENT_STATES[0],
  transitions: ASSESSMENT_TRANSITIONS,
});

describe('the picture of an assessment’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state', () => {
    for (const state of ASSESSMENT_STATES) expect(PAGE).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });
});
