import { fallenWords, type FallenLink, type GroundNote, type OwedChange } from '.';

const DUE = '2022-05-20T16:00:00.000Z';
const ISSUED = '2022-05-24T01:00:00.000Z';
const LONGER = '2022-05-31T16:00:00.000Z';
const LATER = '2022-06-07T01:00:00.000Z';
const IN_TIME = '2022-05-20T06:00:00.000Z';
const IN_LONGER_TIME = '2022-05-31T06:00:00.000Z';
const OWED: FallenLink = {
  ...{ title: '5月月报', ground: 'daily-assessment', channel: null, metAt: null, waivedAt: null, waiveReason: null },
  ...{ issuedAt: ISSUED, dueAt: DUE, changes: [] },
};

/** A change of the record after the notice went out, in the order of their ids. */
function changed(id: string, kind: string, fromDueAt = DUE, toDueAt = fromDueAt): OwedChange {
  return { id, kind, at: '2022-05-25T01:00:00.000Z', fromDueAt, toDueAt };
}
function noted(id: string, text: string, action: GroundNote['action'] = 'shake'): GroundNote {
  return { id, action, text };
}

const EXTENDED: FallenLink = { ...OWED, dueAt: LONGER, changes: [changed('2', 'extended', DUE, LONGER)] };
const LONGER_WORDS = '5月月报延到5月31日 周二 24:00前。';
const IN_TIME_WORDS = '5月月报5月31日 周二已经按时收到。';

describe('What a notice is about, once it is out', () => {
  it.each<[string, FallenLink, string | null]>([
    ['is still owed', OWED, null],
    ['came late', { ...OWED, metAt: LATER, channel: 'email' }, null],
    [
      'came in time, as was entered later',
      { ...OWED, metAt: IN_TIME, channel: 'email' },
      '5月月报5月20日 周五已经按时收到。',
    ],
    [
      'came in time by itself, so that the notice is about what it says',
      { ...OWED, metAt: IN_TIME, channel: 'app' },
      null,
    ],
    [
      'came in time, and was not good enough',
      { ...OWED, metAt: IN_TIME, channel: 'email', ground: 'below-quality' },
      null,
    ],
    ['was let off', { ...OWED, waivedAt: LATER, waiveReason: '机构合并' }, '5月月报已经免了。机构合并。'],
    ['was given more time', EXTENDED, LONGER_WORDS],
    ['was given more time, and came late all the same', { ...EXTENDED, metAt: LATER, channel: 'app' }, LONGER_WORDS],
    ['came in its longer time by itself', { ...EXTENDED, metAt: IN_LONGER_TIME, channel: 'app' }, IN_TIME_WORDS],
    [
      'came in its longer time, as was entered later',
      { ...EXTENDED, metAt: IN_LONGER_TIME, channel: 'email' },
      IN_TIME_WORDS,
    ],
    [
      'was given more time twice, the second time counted from the first',
      {
        ...OWED,
        dueAt: '2022-06-15T16:00:00.000Z',
        changes: [...EXTENDED.changes, changed('3', 'extended', LONGER, '2022-06-15T16:00:00.000Z')],
      },
      '5月月报延到6月15日 周三 24:00前。',
    ],
    [
      'was given more time before the notice went out, which says so',
      { ...EXTENDED, issuedAt: '2022-06-01T01:00:00.000Z' },
      null,
    ],
    ['was given more time that was taken back', { ...OWED, changes: EXTENDED.changes }, null],
    ['was not due yet, so that the notice only reminded of it', { ...EXTENDED, issuedAt: IN_TIME }, null],
  ])('%s', (_, link, words) => {
    expect(fallenWords(link, [])).toBe(words);
  });

  const WAIVED: FallenLink = {
    ...{ ...OWED, waivedAt: LATER, waiveReason: '免报' },
    changes: [changed('1', 'waived'), changed('4', 'unwaived'), changed('6', 'waived')],
  };
  const WAIVED_WORDS = '5月月报已经免了。免报。';
  const KEPT = noted('5', '仍然有用。', 'keep');

  it.each<[string, FallenLink, readonly GroundNote[], string | null]>([
    ['is not told while it waits', EXTENDED, [noted('3', LONGER_WORDS)], null],
    ['is not told once somebody said that the notice stands', EXTENDED, [noted('3', LONGER_WORDS), KEPT], null],
    ['is told where what waits is something else', EXTENDED, [noted('3', WAIVED_WORDS)], LONGER_WORDS],
    ['is told where it came about before that was said, and nobody knew', EXTENDED, [KEPT], LONGER_WORDS],
    ['is told again once it falls again in the same words', WAIVED, [noted('2', WAIVED_WORDS), KEPT], WAIVED_WORDS],
    ['is not told twice while it waits, though it fell again', WAIVED, [noted('2', WAIVED_WORDS)], null],
    [
      'is not told twice where something else fell since',
      WAIVED,
      [noted('2', WAIVED_WORDS), KEPT, noted('7', WAIVED_WORDS), noted('8', LONGER_WORDS)],
      null,
    ],
    [
      'is told where the report came in the longer time of which was told',
      { ...EXTENDED, metAt: IN_LONGER_TIME, channel: 'app' },
      [noted('3', LONGER_WORDS)],
      IN_TIME_WORDS,
    ],
    [
      'says the same in another year',
      { ...EXTENDED, dueAt: '2023-01-06T16:00:00.000Z' },
      [noted('3', '5月月报延到2023年1月6日 周五 24:00前。')],
      null,
    ],
  ])('%s', (_, link, told, words) => {
    expect(fallenWords(link, told)).toBe(words);
  });
});
