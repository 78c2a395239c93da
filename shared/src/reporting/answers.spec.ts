import { checkAnswers } from './answers';

const REMARKS = [{ path: 'headings/h8/target/numerator' }, { path: '' }];
const FIGURE = 'headings/h8/target/numerator';

describe('没有改，原来就对 (Q12)', () => {
  it('is taken with its reason, tidied, on a place that was sent back', () => {
    const outcome = checkAnswers([{ path: FIGURE, text: ' 3412户是市局口径 ' }], REMARKS);
    expect(outcome).toEqual({ ok: true, value: [{ path: FIGURE, text: '3412户是市局口径' }] });
  });

  it.each([[undefined], [null], ['x'], [[]]])('is not needed: %p', (input) => {
    expect(checkAnswers(input, REMARKS)).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['without a reason', { path: FIGURE, text: ' \n' }, 'reporting.answer-missing'],
    ['with 201 characters', { path: FIGURE, text: '对'.repeat(201) }, 'reporting.answer-too-long'],
    ['with a megabyte', { path: FIGURE, text: 'x'.repeat(1_000_000) }, 'reporting.answer-too-long'],
    ['where nothing was sent back', { path: 'plans/n1', text: '对' }, 'reporting.answer-place-unknown'],
    ['that is none', 7, 'reporting.answer-place-unknown'],
  ])('is refused %s', (_what, answer, code) => {
    const outcome = checkAnswers([answer], REMARKS);
    expect(outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code)).toEqual([code]);
  });
});
