import { readFileSync, writeFileSync } from 'node:fs';
import { TICKET_STATES, TICKET_TRANSITIONS } from '@jiannuo/shared/supervision';
import { inProject } from '../project-folder';
import { statePage } from './state-picture';

const FILE = inProject('docs', 'states', 'ticket.md');
const INTRODUCTION = `# The life of a ticket (签收、办理、反馈、复核、办结)

Drawn from \`TICKET_TRANSITIONS\` in \`shared/src/supervision/states.ts\`, the table that buttons, server checks and tests read. A test compares this page with the table; after a change of the table, \`JIANNUO_WRITE_DOCS=1 npx jest --config server/test/gate/jest.config.cjs ticket-states\` draws it again.

One ticket is made for each unit to which a notice is addressed. Where nothing is asked it begins and ends as \`informed\`; where a receipt is asked, signing finishes it.`;

const PAGE = statePage({ introduction: INTRODUCTION, first: 'to-sign', transitions: TICKET_TRANSITIONS });

describe('the picture of a ticket’s life', () => {
  beforeAll(() => {
    if (process.env['JIANNUO_WRITE_DOCS'] === '1') writeFileSync(FILE, PAGE);
  });

  it('shows the transition table as it is', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(PAGE);
  });

  it('names every state in which something is done or to which something leads', () => {
    const drawn = TICKET_STATES.filter((state) => new RegExp(`^  ${state} --> |--> ${state}: `, 'm').test(PAGE));
    expect(TICKET_STATES.filter((state) => !drawn.includes(state))).toEqual(['informed']);
  });
});
