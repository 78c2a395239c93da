import { readFileSync, writeFileSync } from 'node:fs';
import { WORK_UPDATE_STATES, WORK_UPDATE_TRANSITIONS } from '@jiannuo/shared/information';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'work-update.md');
const INTRODUCTION = `# The life of a work update (工作动态)

Drawn from \`WORK_UPDATE_TRANSITIONS\` in \`shared/src/information/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs work-update-states\` draws it again.

A draft lives on the writer's device alone. Quality, adoption and the place in a bulletin (工作信息) stand side by side; the state is the strongest of them. An arrow that leads to \`what_stands\` goes to what the marks that then stand make of it: \`adopted\`, \`high-quality\`, \`chosen\` or \`received\`, in this order.`;

const PAGE = statePage({
  introduction: INTRODUCTION,
  first: WORK_UPDATE_STATES[0],
  transitions: WORK_UPDATE_TRANSITIONS,
  restOf: () => 'what_stands',
});

describe('the picture of a work update’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state', () => {
    for (const state of WORK_UPDATE_STATES) expect(PAGE).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });
});
