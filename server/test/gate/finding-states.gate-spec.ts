import { readFileSync, writeFileSync } from 'node:fs';
import { FINDING_STATES, FINDING_TRANSITIONS } from '@jiannuo/shared/inspections';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'finding.md');
const INTRODUCTION = `# The life of a finding (记下、告知、整改、核查)

Drawn from \`FINDING_TRANSITIONS\` in \`shared/src/inspections/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs finding-states\` draws it again.

A finding is noted while its inspection is under way and released with it; one that asks to put something right is then an obligation of its unit. One of 瞒报 is explained instead, and ends in \`cleared\` or \`upheld\`: the second also where the unit let its time pass.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: 'noted', transitions: FINDING_TRANSITIONS });

describe('the picture of a finding’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state in which something is done or to which something leads', () => {
    const drawn = FINDING_STATES.filter((state) => new RegExp(`^  ${state} --> |--> ${state}: `, 'm').test(PAGE));
    expect(FINDING_STATES.filter((state) => !drawn.includes(state))).toEqual([]);
  });
});
