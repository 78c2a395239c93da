import { readFileSync, writeFileSync } from 'node:fs';
import { INSPECTION_STATES, INSPECTION_TRANSITIONS } from '@jiannuo/shared/inspections';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'inspection.md');
const INTRODUCTION = `# The life of an inspection (计划、督导、汇总、反馈、整改、办结)

Drawn from \`INSPECTION_TRANSITIONS\` in \`shared/src/inspections/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs inspection-states\` draws it again.

Units know of a 书面 or 实地 inspection from its start on, of a 暗访 from its release on. A release leads to \`rectification\` where a finding asks for one, otherwise to \`released\`; it is closed only when no finding is open.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: 'planned', transitions: INSPECTION_TRANSITIONS });

describe('the picture of an inspection’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state in which something is done or to which something leads', () => {
    const drawn = INSPECTION_STATES.filter((state) => new RegExp(`^  ${state} --> |--> ${state}: `, 'm').test(PAGE));
    expect(INSPECTION_STATES.filter((state) => !drawn.includes(state))).toEqual([]);
  });
});
