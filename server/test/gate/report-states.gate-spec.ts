import { readFileSync, writeFileSync } from 'node:fs';
import { REPORT_STATES, REPORT_TRANSITIONS, type ReportTransition } from '@jiannuo/shared/reporting';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'report.md');
const INTRODUCTION = `# The life of a monthly report (月报)

Drawn from \`REPORT_TRANSITIONS\` in \`shared/src/reporting/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs report-states\` draws it again.

The words are those of the [glossary](../glossary.md). An arrow names the action, who may take it, and the article it rests on.`;

function pageOf(transitions: readonly ReportTransition[]): string {
  return statePage({ introduction: INTRODUCTION, first: REPORT_STATES[0], transitions });
}

describe('the picture of a report’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, pageOf(REPORT_TRANSITIONS));
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(pageOf(REPORT_TRANSITIONS));
  });

  it('has an arrow for every state that an action starts from, and names every state', () => {
    const page = readFileSync(FILE, 'utf8');
    expect(page.match(/-->/g)).toHaveLength(
      1 + REPORT_TRANSITIONS.flatMap(({ from, toAfterReturn }) => (toAfterReturn ? [...from, ...from] : from)).length,
    );
    for (const state of REPORT_STATES) expect(page).toMatch(new RegExp(`^  ${state} --> |--> ${state}: `, 'm'));
  });

  it('would differ if one action led elsewhere', () => {
    const changed = REPORT_TRANSITIONS.map((row) => (row.action === 'return' ? { ...row, to: 'draft' as const } : row));
    expect(pageOf(changed)).not.toBe(pageOf(REPORT_TRANSITIONS));
  });
});
