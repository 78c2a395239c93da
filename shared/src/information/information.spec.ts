import fc from 'fast-check';
import {
  ADOPTERS,
  creditsOf,
  decideBulletin,
  decideMark,
  informationPoints,
  MARK_KINDS,
  monthsTouched,
  parseWorkUpdate,
  stateOf,
  WORK_UPDATE_ACTIONS,
  WORK_UPDATE_STATES,
  WORK_UPDATE_TRANSITIONS,
  workUpdateActions,
  type StandingMark,
} from '.';
import { HEIHE_2022, INVESTMENT_2022 } from '../samples';

const NOW = '2022-05-18T01:00:00.000Z';
const CONTEXT = { sentAt: '2022-05-17T01:00:00.000Z', marks: [], settings: HEIHE_2022.information, now: NOW } as const;
const ADOPTION = { kind: 'adopted', reason: '', adopter: 'leading-group-office', confirmedOn: '2022-05-18' } as const;
const POINTS = HEIHE_2022.information.points!;

function mark(number: number, kind: StandingMark['kind'], creditedPeriod: string | null): StandingMark {
  return { number, kind, creditedPeriod, adopter: kind === 'adopted' ? ADOPTERS[number % 2]! : null };
}

const anyMarks = fc
  .array(fc.record({ kind: fc.constantFrom(...MARK_KINDS), month: fc.constantFrom('2022-04', '2022-05', '2022-06') }))
  // Only an adoption is ever marked twice.
  .map((all) =>
    all
      .filter(({ kind }, index) => kind === 'adopted' || all.findIndex((each) => each.kind === kind) === index)
      .map(({ kind, month }, index) => mark(index + 1, kind, kind === 'not-chosen' ? null : month)),
  );

describe('what may be done to a work update (art. 8)', () => {
  const at = (state: (typeof WORK_UPDATE_STATES)[number], role: 'liaison' | 'lead-officer', isOwn: boolean) =>
    workUpdateActions({ state, role, isOwn, isInBulletin: false });

  it('lets the unit send, take back what nobody has judged, and send again', () => {
    expect(at('draft', 'liaison', true)).toEqual(['send']);
    expect(at('received', 'liaison', true)).toEqual(['take-back']);
    expect(at('taken-back', 'liaison', true)).toEqual(['send']);
    for (const state of ['not-chosen', 'chosen', 'high-quality', 'adopted'] as const) {
      expect(at(state, 'liaison', true)).toEqual([]);
    }
  });

  it('lets the lead unit judge, and withdraw what it said', () => {
    expect(at('received', 'lead-officer', false)).toEqual([
      'not-choose',
      'choose',
      'mark-high-quality',
      'record-adoption',
    ]);
    expect(at('not-chosen', 'lead-officer', false)).toEqual(['withdraw-mark']);
    expect(at('adopted', 'lead-officer', false)).toEqual([
      'choose',
      'mark-high-quality',
      'record-adoption',
      'withdraw-mark',
    ]);
    expect(at('taken-back', 'lead-officer', false)).toEqual([]);
  });

  it('lets nobody judge what his own unit sent, and no other unit take it back', () => {
    for (const state of WORK_UPDATE_STATES) {
      expect(at(state, 'lead-officer', true)).toEqual([]);
      expect(at(state, 'liaison', false)).toEqual([]);
    }
  });

  it('does not put one work update into two bulletins', () => {
    const situation = { state: 'high-quality', role: 'lead-officer', isOwn: false } as const;
    expect(workUpdateActions({ ...situation, isInBulletin: true })).not.toContain('choose');
    expect(workUpdateActions({ ...situation, isInBulletin: false })).toContain('choose');
  });

  it('names an article and a role for every action, each state once for an action', () => {
    expect([...new Set(WORK_UPDATE_TRANSITIONS.map(({ action }) => action))]).toEqual([...WORK_UPDATE_ACTIONS]);
    for (const action of WORK_UPDATE_ACTIONS) {
      const rows = WORK_UPDATE_TRANSITIONS.filter((row) => row.action === action);
      const from = rows.flatMap((row) => row.from);
      expect(new Set(from).size).toBe(from.length);
      for (const { article, by } of rows) expect([article, by.length]).not.toEqual(['', 0]);
    }
  });
});

describe('what stands of a work update', () => {
  it.each([
    [[], false, 'received'],
    [[], true, 'chosen'],
    [['not-chosen'], false, 'not-chosen'],
    [['high-quality'], true, 'high-quality'],
    [['high-quality', 'adopted'], false, 'adopted'],
  ] as const)('of the marks %j, in a bulletin %s, is %s', (kinds, isInBulletin, state) => {
    expect(
      stateOf(
        kinds.map((kind) => ({ kind })),
        isInBulletin,
      ),
    ).toBe(state);
  });
});

describe('a mark', () => {
  it('of high quality needs a reason (Q13) and counts to the month of sending', () => {
    expect(decideMark({ kind: 'high-quality', reason: ' \n' }, CONTEXT)).toMatchObject({ ok: false });
    expect(
      decideMark({ kind: 'high-quality', reason: '有数据' }, { ...CONTEXT, now: '2022-06-02T00:00:00.000Z' }),
    ).toEqual({
      ok: true,
      value: { kind: 'high-quality', reason: '有数据', adopter: null, confirmedOn: null, creditedPeriod: '2022-05' },
    });
  });

  it('of adoption counts to the month of its confirmation, or of sending where the group says so (Q14)', () => {
    const later = { ...CONTEXT, now: '2022-06-02T00:00:00.000Z' };
    const request = { ...ADOPTION, confirmedOn: '2022-06-01' };
    expect(decideMark(request, later)).toMatchObject({ value: { creditedPeriod: '2022-06' } });
    const other = { ...later, settings: INVESTMENT_2022.information };
    expect(decideMark(request, other)).toMatchObject({ value: { creditedPeriod: '2022-05' } });
  });

  it.each([
    [{ adopter: null }, 'information.adopter-missing'],
    [{ confirmedOn: null }, 'information.day-unreadable'],
    [{ confirmedOn: '2022-05-19' }, 'information.day-ahead'],
    [{ confirmedOn: '2022-05-16' }, 'information.day-before-sent'],
    [{ reason: '长'.repeat(201) }, 'information.reason-too-long'],
  ])('of adoption with %j is refused: %s', (change, code) => {
    expect(decideMark({ ...ADOPTION, ...change }, CONTEXT)).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  it('is made once, and an adoption once for each adopter', () => {
    const marks = [mark(1, 'high-quality', '2022-05'), mark(2, 'adopted', '2022-05')];
    expect(decideMark({ kind: 'high-quality', reason: '好' }, { ...CONTEXT, marks })).toMatchObject({ ok: false });
    expect(decideMark(ADOPTION, { ...CONTEXT, marks })).toMatchObject({ ok: false });
    expect(decideMark({ ...ADOPTION, adopter: 'provincial-group' }, { ...CONTEXT, marks })).toMatchObject({ ok: true });
  });
});

describe('what a work update counts (annex 2)', () => {
  const both = [mark(1, 'high-quality', '2022-05'), mark(2, 'adopted', '2022-06'), mark(3, 'adopted', '2022-06')];

  it('is quality and adoption, each in its month, two adopters once (Q14)', () => {
    const update = { id: 'u1', marks: both };
    const rule = HEIHE_2022.information;
    expect(creditsOf(update, '2022-05', rule)).toEqual([{ id: 'u1', highQuality: true, adopted: false }]);
    expect(creditsOf(update, '2022-06', rule)).toEqual([{ id: 'u1', highQuality: false, adopted: true }]);
    expect(creditsOf(update, '2022-04', rule)).toEqual([]);
  });

  it('is each adopter where the group says so (Q14)', () => {
    const credits = creditsOf({ id: 'u1', marks: both }, '2022-06', INVESTMENT_2022.information);
    expect(credits.map(({ id, adopted }) => [id, adopted])).toEqual([
      ['u1', true],
      ['u1:3', true],
    ]);
  });

  it('is one adoption over all months, whatever the marks', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const months = ['2022-04', '2022-05', '2022-06'];
        const all = months.flatMap((month) => creditsOf({ id: 'u', marks }, month, { adopters: 'once' }));
        const hasAdoption = marks.some(({ kind }) => kind === 'adopted');
        expect(all.filter(({ adopted }) => adopted)).toHaveLength(hasAdoption ? 1 : 0);
      }),
    );
  });

  it('changes in no month but those that a withdrawal is said to touch', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(), (marks, index) => {
        const gone = marks[index % Math.max(1, marks.length)];
        if (gone === undefined) return;
        const rest = marks.filter((each) => each !== gone);
        const touched = monthsTouched(gone, marks);
        for (const month of ['2022-04', '2022-05', '2022-06'].filter((each) => !touched.includes(each))) {
          const credits = (of: readonly StandingMark[]): unknown =>
            creditsOf({ id: 'u', marks: of }, month, { adopters: 'once' });
          expect(credits(rest)).toEqual(credits(marks));
        }
      }),
    );
  });

  it('does not move when another adopter is put on record later', () => {
    fc.assert(
      fc.property(anyMarks, fc.constantFrom('2022-04', '2022-05', '2022-06'), (marks, month) => {
        const more = [...marks, mark(marks.length + 1, 'adopted', month)];
        if (!marks.some(({ kind }) => kind === 'adopted')) return;
        for (const each of ['2022-04', '2022-05', '2022-06']) {
          const rule = { adopters: 'once' } as const;
          expect(creditsOf({ id: 'u', marks: more }, each, rule)).toEqual(creditsOf({ id: 'u', marks }, each, rule));
        }
      }),
    );
  });

  it('is at most three points for quality and two for adoption', () => {
    const credit = (count: number) =>
      informationPoints(
        Array.from({ length: count }, (_, index) => ({ id: String(index), highQuality: true, adopted: index < 3 })),
        POINTS,
      );
    expect(credit(2)).toMatchObject({ total: 4, highQuality: { count: 2, points: 2, left: 1 }, adopted: { left: 0 } });
    expect(credit(5)).toMatchObject({ total: 5, highQuality: { count: 5, points: 3, left: 0 } });
    expect(credit(0)).toMatchObject({ total: 0, highQuality: { left: 3 }, adopted: { left: 2 } });
  });

  it('is at most 2.5 points for both where the sheet of annex 3 was ruled to hold (Q2)', () => {
    const credit = (quality: number, adopted: number) =>
      informationPoints(
        Array.from({ length: Math.max(quality, adopted) }, (_, index) => {
          return { id: String(index), highQuality: index < quality, adopted: index < adopted };
        }),
        { ...POINTS, most: 2.5 },
      );
    expect(credit(0, 0)).toMatchObject({
      total: 0,
      highQuality: { left: 3, gain: 2.5 },
      adopted: { left: 2, gain: 2 },
    });
    expect(credit(2, 0)).toMatchObject({
      total: 2,
      highQuality: { left: 1, gain: 0.5 },
      adopted: { left: 1, gain: 0.5 },
    });
    expect(credit(3, 2)).toMatchObject({ total: 2.5, highQuality: { left: 0, gain: 0 }, adopted: { left: 0 } });
  });
});

describe('reading a work update from outside', () => {
  const evidence = [{ id: 'e1', title: '现场照片', kind: 'photo', attachmentId: null }];

  it('tidies title and text, and takes evidence by its name alone (R55)', () => {
    expect(parseWorkUpdate({ title: ' 一\n二 ', text: '\u202E三\r\n四 ', evidence })).toEqual({
      ok: true,
      value: { title: '一 二', text: '三\n四', evidence },
    });
  });

  it.each([
    ['nothing', null],
    ['a text that is none', { title: '一', text: 3, evidence: [] }],
    ['only invisible characters', { title: '\u200B', text: '一', evidence: [] }],
    ['evidence twice', { title: '一', text: '一', evidence: [...evidence, ...evidence] }],
    ['evidence with another key', { title: '一', text: '一', evidence: [{ ...evidence[0], path: '/etc' }] }],
    ['evidence that is no list', { title: '一', text: '一', evidence: 'x' }],
    ['an endless text', { title: '一', text: '长'.repeat(1_000_000), evidence: [] }],
  ])('refuses %s', (_, input) => {
    expect(parseWorkUpdate(input).ok).toBe(false);
  });

  it('never throws, and what it takes it takes again unchanged', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (any, title, text) => {
        parseWorkUpdate(any);
        const first = parseWorkUpdate({ title, text, evidence: [] });
        if (first.ok) expect(parseWorkUpdate(first.value)).toEqual(first);
      }),
    );
  });
});

describe('a bulletin', () => {
  const request = { period: '2022-05', updateIds: ['u1', 'u2'], sentOn: '2022-05-18' };

  it('may be compiled for a month that runs or has run', () => {
    expect(decideBulletin(request, NOW)).toEqual({ ok: true, value: request });
    expect(decideBulletin({ ...request, period: '2022-04' }, NOW).ok).toBe(true);
  });

  it.each([
    [{ period: '2022-13' }, 'information.month-unreadable'],
    [{ sentOn: '2022-05-19' }, 'information.day-ahead'],
    [{ sentOn: 'x' }, 'information.day-unreadable'],
    [{ period: '2022-06' }, 'information.day-before-month'],
    [{ updateIds: [] }, 'information.nothing-chosen'],
    [{ updateIds: ['u1', 'u1'] }, 'information.chosen-twice'],
    [{ updateIds: Array.from({ length: 101 }, (_, index) => String(index)) }, 'information.too-many-chosen'],
  ])('with %j is refused: %s', (change, code) => {
    expect(decideBulletin({ ...request, ...change }, NOW)).toMatchObject({ refusals: [{ code }] });
  });
});
