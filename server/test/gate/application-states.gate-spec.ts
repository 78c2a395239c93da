import { readFileSync, writeFileSync } from 'node:fs';
import { APPLICATION_STATES, APPLICATION_TRANSITIONS } from '@jiannuo/shared/applications';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'application.md');
const INTRODUCTION = `# The life of an application (申报)

Drawn from \`APPLICATION_TRANSITIONS\` in \`shared/src/applications/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs application-states\` draws it again.

A draft lives on the writer's device alone. What was handed in never changes: \`apply-again\` opens a new application that names this one.`;

const PAGE = statePage({
  introduction: INTRODUCTION,
  first: APPLICATION_STATES[0],
  transitions: APPLICATION_TRANSITIONS,
});

describe('the picture of an application’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state', () => {
    for (const state of APPLICATION_STATES) expect(PAGE).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });
});
