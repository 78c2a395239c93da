import fc from 'fast-check';
import { countingCirculars, groundOf, nextRung, NOTICE_KINDS, ruleOf, type LadderRecord } from '.';

const DUE = '2022-05-20T16:00:00.000Z';
const SETTINGS = { calendar: { holidays: [], makeUpDays: [] }, correctionWorkingDays: 2 };
/** The Tuesday after the Friday on which it was due: a whole working day has passed. */
const LATER = '2022-05-24T00:30:00.000Z';
const OWED: LadderRecord = {
  obligationId: 'o1',
  unitId: 'u1',
  unitName: '逊克县',
  title: '5月月报',
  dueAt: DUE,
  metAt: null,
  waivedAt: null,
  last: null,
  circulars: [],
  isExtensionAsked: false,
};
const NAMED = { title: '5月工作推进情况通报', at: '2022-05-23T00:30:00.000Z', namesShortfall: true };

describe('the ladder (art. 13-16)', () => {
  it('proposes a warning for what was not handed in, with its ground and facts', () => {
    expect(nextRung(OWED, LATER, SETTINGS)).toEqual({
      kind: 'warning',
      key: 'warning:o1:u1',
      ground: 'daily-assessment',
      title: '逊克县5月月报没有按时完成',
      facts: '5月月报应在5月20日 周五 24:00前完成，到2022年5月24日没有收到，没有申请延期。',
      requirement: '请补上5月月报，说明没有按时完成的原因和下步安排。',
      earlierId: null,
    });
  });

  it.each([
    ['slip', 'warning'],
    ['warning', 'order'],
    ['order', 'listing'],
    ['listing', 'talk'],
    ['talk', 'clue'],
  ] as const)('after a %s that was not met proposes the %s, with a ground that its article knows', (kind, next) => {
    const last = { id: 'n1', kind, number: '一号' };
    const proposal = nextRung({ ...OWED, last, title: '一号反馈' }, LATER, SETTINGS)!;
    expect(proposal).toMatchObject({ kind: next, earlierId: 'n1', key: `${next}:n1:u1` });
    expect(groundOf(proposal.kind, proposal.ground)).toBeDefined();
  });

  it('ends with the clue', () => {
    expect(nextRung({ ...OWED, last: { id: 'n1', kind: 'clue', number: '一号' } }, LATER, SETTINGS)).toBeNull();
  });

  it.each([
    ['it was handed in, even late', { metAt: LATER }],
    ['it was waived', { waivedAt: DUE }],
    ['more time was asked for and nobody has answered', { isExtensionAsked: true }],
  ])('proposes nothing where %s', (_, change) => {
    expect(nextRung({ ...OWED, ...change }, LATER, SETTINGS)).toBeNull();
  });

  it('leaves a whole working day after the due time', () => {
    expect(nextRung(OWED, '2022-05-23T15:59:59.999Z', SETTINGS)).toBeNull();
    expect(nextRung(OWED, '2022-05-23T16:00:00.000Z', SETTINGS)).not.toBeNull();
  });

  it('counts a circular as prior notice only where it names the shortfall (Q25)', () => {
    const silent = { ...NAMED, namesShortfall: false };
    const before = { ...NAMED, at: '2022-05-19T00:30:00.000Z' };
    expect(countingCirculars([silent, before, NAMED], DUE)).toEqual([NAMED]);
    expect(nextRung({ ...OWED, circulars: [silent, before] }, LATER, SETTINGS)?.kind).toBe('warning');
    const named = nextRung({ ...OWED, circulars: [NAMED] }, LATER, SETTINGS);
    expect(named).toMatchObject({ kind: 'order', facts: expect.stringContaining('5月工作推进情况通报已点到。') });
  });

  it('gives the same proposal at every later moment, so that a rung is proposed once', () => {
    const later = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.parse(LATER) + days * 86_400_000));
    fc.assert(
      fc.property(later, fc.constantFrom(...NOTICE_KINDS), (at, kind) => {
        const record = { ...OWED, last: { id: 'n1', kind, number: '一号' } };
        const [first, again] = [LATER, at.toISOString()].map((now) => nextRung(record, now, SETTINGS));
        expect(again?.key).toBe(first?.key);
      }),
    );
  });

  it('drafts nothing that its kind could not say', () => {
    for (const kind of NOTICE_KINDS) {
      const proposal = nextRung({ ...OWED, last: { id: 'n1', kind, number: '一号' } }, LATER, SETTINGS);
      if (proposal !== null) expect(ruleOf(proposal.kind).fields.map(({ code }) => code)).toContain('facts');
    }
  });
});
