import { readFileSync, writeFileSync } from 'node:fs';
import { NOTICE_STATES, NOTICE_TRANSITIONS } from '@jiannuo/shared/supervision';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'notice.md');
const INTRODUCTION = `# The life of a notice (提示单、预警、督办单、挂牌、约谈、问题线索)

Drawn from \`NOTICE_TRANSITIONS\` in \`shared/src/supervision/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs notice-states\` draws it again.

What was issued never changes: \`correct\` leads to a new notice that refers to this one, and a number stays with what is declared void. \`check\` is done by a second person. Only 挂牌督办 is taken off the list (\`delist\`). A life begins as a draft of a person, or as a proposal of the ladder.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: 'draft', transitions: NOTICE_TRANSITIONS });

describe('the picture of a notice’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state in which something is done or to which something leads', () => {
    const drawn = NOTICE_STATES.filter((state) => new RegExp(`^  ${state} --> |--> ${state}: `, 'm').test(PAGE));
    expect(NOTICE_STATES.filter((state) => !drawn.includes(state))).toEqual([]);
  });
});
