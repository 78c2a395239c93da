import { decideAsking, shelteredUntil, type AskedBefore } from './asking';

const DUE = '2022-05-25T10:00:00.000Z';
const BEFORE = '2022-05-20T02:00:00.000Z';
const AFTER = '2022-05-26T02:00:00.000Z';
const WISH = '2022-05-31T10:00:00.000Z';
const REQUEST = { askedDueAt: '2022-06-10T10:00:00.000Z', askedAt: '2022-05-23T02:00:00.000Z', answerDueAt: DUE };
const SETTINGS = {
  calendar: { holidays: [], makeUpDays: [] },
  workingHours: { from: '08:30', to: '18:00' },
  correctionWorkingDays: 2,
};
const STEP = { text: '银行数据月底才出。', lateReason: '', dueAt: WISH };
const REFUSED: readonly AskedBefore[] = [
  { action: 'ask-extension', text: STEP.text, dueAt: WISH },
  { action: 'refuse-extension', text: '时间够用。', dueAt: null },
];

const codesOf = (outcome: ReturnType<typeof decideAsking>) =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

describe('Asking for more time (延期)', () => {
  it('takes a reason before the due time, and after it also why it was not done in time', () => {
    expect(decideAsking(STEP, DUE, [], BEFORE)).toEqual({ ok: true, value: STEP.text });
    expect(codesOf(decideAsking(STEP, DUE, [], DUE))).toEqual(['supervision.late-reason-missing']);
    const late = { ...STEP, lateReason: '经办人住院。' };
    expect(decideAsking(late, DUE, [], AFTER)).toEqual({
      ok: true,
      value: '银行数据月底才出。\n没按时办的原因：经办人住院。',
    });
    expect(decideAsking(late, DUE, [], BEFORE)).toEqual({ ok: true, value: STEP.text });
  });

  it('is not repeated for the same reason, to the refused time or later', () => {
    for (const dueAt of [WISH, '2022-06-05T10:00:00.000Z']) {
      expect(codesOf(decideAsking({ ...STEP, dueAt }, DUE, REFUSED, BEFORE))).toEqual([
        'supervision.extension-refused-before',
      ]);
    }
    expect(decideAsking({ ...STEP, dueAt: '2022-05-28T10:00:00.000Z' }, DUE, REFUSED, BEFORE).ok).toBe(true);
    expect(decideAsking({ ...STEP, text: '银行又通知延后。' }, DUE, REFUSED, BEFORE).ok).toBe(true);
  });

  it('may be repeated where it was dropped or granted, not refused', () => {
    const dropped: readonly AskedBefore[] = [REFUSED[0]!, { action: 'drop-extension', text: '', dueAt: null }];
    expect(decideAsking(STEP, DUE, dropped, BEFORE).ok).toBe(true);
  });

  it('is the same reason with another full stop or space', () => {
    expect(codesOf(decideAsking({ ...STEP, text: ' 银行数据月底才出' }, DUE, REFUSED, BEFORE))).toEqual([
      'supervision.extension-refused-before',
    ]);
  });

  it('holds the ladder until the time it asks for, where the lead unit answers nothing and that comes first', () => {
    const friday = '2022-05-27T10:00:00.000Z';
    expect(shelteredUntil({ ...REQUEST, askedDueAt: friday }, [], SETTINGS)).toBe(friday);
  });

  it('holds it no longer than two working days after the lead unit’s own answer was due', () => {
    // Asked on Monday the 23rd: to be answered until the due time of the 25th, two working days more are the 27th.
    expect(shelteredUntil(REQUEST, [], SETTINGS)).toBe('2022-05-27T16:00:00.000Z');
    // Asked after it was due: answered until Monday the 30th, and over the 1st of June.
    expect(shelteredUntil({ ...REQUEST, askedAt: AFTER }, [], SETTINGS)).toBe('2022-06-01T16:00:00.000Z');
  });

  it('holds nothing once more after a refusal, and does again once more time was given since', () => {
    expect(shelteredUntil(REQUEST, REFUSED, SETTINGS)).toBeNull();
    const granted = [...REFUSED, { action: 'ask-extension' }, { action: 'grant-extension' }] as const;
    expect(shelteredUntil(REQUEST, granted, SETTINGS)).not.toBeNull();
    expect(shelteredUntil(REQUEST, [...granted, { action: 'refuse-extension' }], SETTINGS)).toBeNull();
  });
});
