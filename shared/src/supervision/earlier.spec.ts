import {
  earlierGap,
  lacksStep,
  NOTICE_KINDS,
  NOTICE_STATES,
  SUPERVISION_MESSAGES,
  TICKET_STATES,
  type EarlierTicket,
} from '.';

const NOW = '2022-05-31T02:00:00.000Z';
const OVERDUE: EarlierTicket = {
  kind: 'order',
  noticeState: 'issued',
  state: 'working',
  answerDueAt: '2022-05-25T10:00:00.000Z',
  shelteredUntil: null,
};
const TALK = { kind: 'talk', ground: 'still-short' } as const;
const CLUE = { kind: 'clue', ground: 'after-notices' } as const;

function codeFor(draft: Parameters<typeof earlierGap>[0], change: Partial<EarlierTicket> = {}): string | null {
  return earlierGap(draft, { ...OVERDUE, ...change }, NOW)?.code ?? null;
}

describe('the notice before, on a ground that stands on one (art. 14, 16)', () => {
  it('of 约谈提醒 is an order or a 挂牌; of 问题线索 a warning, an order, a 挂牌 or a talk', () => {
    const fit = (draft: Parameters<typeof earlierGap>[0]) =>
      NOTICE_KINDS.filter((kind) => codeFor(draft, { kind }) === null);
    expect(fit(TALK)).toEqual(['order', 'listing']);
    expect(fit(CLUE)).toEqual(['warning', 'order', 'listing', 'talk']);
  });

  it('is due and not met: signed for or not, or sent back', () => {
    expect(TICKET_STATES.filter((state) => codeFor(TALK, { state }) === null)).toEqual(
      expect.arrayContaining(['to-sign', 'working', 'returned']),
    );
  });

  it.each([
    ['finished', { state: 'finished' }, 'supervision.earlier-finished'],
    ['answered and not reviewed', { state: 'answered' }, 'supervision.earlier-answered'],
    ['withdrawn from the unit', { state: 'withdrawn' }, 'supervision.earlier-withdrawn'],
    ['only copied', { state: 'informed', answerDueAt: null }, 'supervision.earlier-unfit'],
    ['not due for a year', { answerDueAt: '2023-05-31T10:00:00.000Z' }, 'supervision.earlier-not-due'],
    [
      'asked more time for, and not answered',
      { shelteredUntil: '2022-06-01T16:00:00.000Z' },
      'supervision.earlier-asked',
    ],
    ['declared void', { noticeState: 'voided' }, 'supervision.earlier-voided'],
    ['corrected by another', { noticeState: 'corrected' }, 'supervision.earlier-corrected'],
    ['taken off the list', { noticeState: 'delisted', kind: 'listing' }, 'supervision.earlier-delisted'],
    ['a slip', { kind: 'slip' }, 'supervision.earlier-kind'],
  ] as const)('is none that was %s, with a sentence of its own', (_, change, code) => {
    expect(codeFor(TALK, change)).toBe(code);
    expect(Object.keys(SUPERVISION_MESSAGES)).toContain(code);
  });

  it('stands again once its request for more time holds the next step no longer', () => {
    expect(codeFor(TALK, { shelteredUntil: NOW })).toBeNull();
  });

  it('on any other ground only has to be in force', () => {
    const order = { kind: 'order', ground: 'late' } as const;
    const fit = NOTICE_STATES.filter((noticeState) => codeFor(order, { noticeState, state: 'finished' }) === null);
    expect(['voided', 'corrected', 'delisted'].some((state) => fit.includes(state as never))).toBe(false);
    expect(fit).toContain('issued');
    expect(codeFor({ kind: 'talk', ground: 'weak-organisation' }, { kind: 'slip' })).toBeNull();
  });

  it('is missed, and yet not asked for, where an order, a 挂牌 or a talk comes first', () => {
    expect(NOTICE_KINDS.filter((kind) => lacksStep(kind, { earlierId: null }))).toEqual(['order', 'listing', 'talk']);
    expect(NOTICE_KINDS.filter((kind) => lacksStep(kind, { earlierId: 'n1' }))).toEqual([]);
  });
});
