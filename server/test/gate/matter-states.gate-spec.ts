import { readFileSync, writeFileSync } from 'node:fs';
import { MATTER_STATES, MATTER_TRANSITIONS } from '@jiannuo/shared/coordination';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'matter.md');
const INTRODUCTION = `# The life of a matter (提出、受理、定办法、办结)

Drawn from \`MATTER_TRANSITIONS\` in \`shared/src/coordination/matter.states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs matter-states\` draws it again.

What a unit raises begins as \`raised\`, what the lead unit raises as \`taken-up\`. The doer is the unit that the last decision names; with a due time it owes an obligation. A closed matter is reopened only within the working days that the year gives for it.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: 'raised', transitions: MATTER_TRANSITIONS });

describe('the picture of a matter’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state in which something is done or to which something leads', () => {
    const drawn = MATTER_STATES.filter((state) => new RegExp(`^  ${state} --> |--> ${state}: `, 'm').test(PAGE));
    expect(MATTER_STATES.filter((state) => !drawn.includes(state))).toEqual([]);
  });
});
