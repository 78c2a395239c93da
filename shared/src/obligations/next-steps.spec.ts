import type { ObligationView } from './api';
import { claimWords, nextSteps, obligationName, stepWords } from './next-steps';
import { isHeld, isUndecided } from './pressing';

const ASKER = { matter: '“码上诚信”赋码进度滞后', name: '督办单〔2022〕3号', isGrave: false };

function owed(kind: ObligationView['kind'], reportId: string | null, title: string): ObligationView {
  return { kind, reportId, title, period: '2022-05', reportState: null, asker: null } as ObligationView;
}

const SIGN = owed('ticket-sign', 't1', '督办单〔2022〕3号签收');
const ANSWER = owed('ticket-answer', 't1', '督办单〔2022〕3号反馈');
const MATERIAL = owed('material', 't2', '工作提示单〔2022〕1号材料');
const REPORT = owed('monthly-report', 't1', '月报');

it('a ticket is one thing to do: first to sign for it, then to answer it', () => {
  expect(nextSteps([SIGN, ANSWER, MATERIAL, REPORT])).toEqual([SIGN, MATERIAL, REPORT]);
  expect(nextSteps([ANSWER])).toEqual([ANSWER]);
});

it('what a notice asked for is called by its matter, what recurs by its month', () => {
  expect(obligationName({ ...ANSWER, asker: ASKER })).toBe('“码上诚信”赋码进度滞后');
  expect(obligationName(ANSWER)).toBe('督办单〔2022〕3号反馈');
  expect(obligationName(REPORT)).toBe('5月月报');
  expect(obligationName({ title: '5月月报', period: '2022-05' })).toBe('5月月报');
});

it('who asked and what there is to do stand in one line, and nothing where a rule asks', () => {
  expect(stepWords({ ...SIGN, asker: ASKER })).toBe('督办单〔2022〕3号　要签收');
  expect(stepWords({ ...ANSWER, asker: ASKER })).toBe('督办单〔2022〕3号　办理中');
  expect(stepWords({ ...ANSWER, asker: ASKER, reportState: 'returned' })).toBe('督办单〔2022〕3号　退回修改');
  const explain = { ...ASKER, name: '书面督导', isHearing: true };
  expect(stepWords({ ...owed('rectification', 'f1', '说明'), asker: explain })).toBe('书面督导　要说明');
  expect(stepWords({ ...owed('rectification', 'f1', '说明'), asker: explain, reportState: 'returned' })).toBe(
    '书面督导　退回再说明',
  );
  expect([stepWords(REPORT), stepWords(owed('rectification', 'f1', '整改'))]).toEqual(['', '要整改']);
});

describe('what waits for the lead unit to say what holds (依据有变)', () => {
  const undecided = { ...SIGN, asker: { ...ASKER, isShaken: true } };

  it('stands after what is pressed, and says that instead of what there is to do', () => {
    expect(nextSteps([undecided, ANSWER, REPORT])).toEqual([REPORT, undecided]);
    expect(stepWords(undecided)).toBe('督办单〔2022〕3号　等牵头单位决定');
    expect(claimWords(undecided)).toBe('督办单〔2022〕3号　依据有变，等牵头单位决定');
    expect(claimWords({ ...SIGN, asker: ASKER })).toBe('督办单〔2022〕3号　要签收');
  });

  it('is not sent word of, as a request for more time is not while it shelters', () => {
    const until = '2022-05-27T16:00:00.000Z';
    const before = '2022-05-27T15:59:59.999Z';
    expect(isHeld({ isShaken: true }, until)).toBe(true);
    expect([isHeld({ shelteredUntil: until }, before), isHeld({ shelteredUntil: until }, until)]).toEqual([
      true,
      false,
    ]);
    expect([isHeld({ shelteredUntil: null }, before), isHeld(null, before)]).toEqual([false, false]);
    expect([isUndecided({ isShaken: true }), isUndecided({ isShaken: false }), isUndecided(null)]).toEqual([
      ...[true, false, false],
    ]);
  });
});
