import { aReport, HEIHE_2022 } from '../samples';
import { checkRemarks, REVIEW_LIMITS } from './review';

const FORM = HEIHE_2022.form;
const CONTENT = aReport(FORM).work('h1', { id: 'i1' }).filled().content;

function codesOf(input: unknown): readonly string[] {
  const outcome = checkRemarks(input, CONTENT, FORM);
  return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
}

describe('The remarks of a return (Q12)', () => {
  it.each([
    '',
    'headings',
    'headings/h8',
    'headings/h8/target',
    'headings/h8/target/numerator',
    'headings/h1/items/i1/work',
    'problems',
    'problems/p1',
    'signOff/signer',
  ])('may stand at %j', (path) => {
    const outcome = checkRemarks([{ path, text: ' 请核对。 ' }], CONTENT, FORM);
    expect(outcome).toEqual({ ok: true, value: [{ path, text: '请核对。' }] });
  });

  it.each(['headings/h99', 'headings/h1/items/i9', 'problems/p9', 'head', 'toString', '__proto__', '/', ' '])(
    'are refused at %j, where the report has nothing',
    (path) => {
      expect(codesOf([{ path, text: '请核对。' }])).toEqual(['reporting.remark-place-unknown']);
    },
  );

  it.each([[[]], [null], ['x'], [{}], [undefined]])('must be a list with at least one: %j', (input) => {
    expect(codesOf(input)).toEqual(['reporting.remark-missing']);
  });

  it('need words, but not too many', () => {
    expect(codesOf([{ path: '', text: '' }])).toEqual(['reporting.remark-missing']);
    expect(codesOf([{ path: '', text: 7 }])).toEqual(['reporting.remark-missing']);
    expect(codesOf([{ path: '', text: '改'.repeat(REVIEW_LIMITS.text) }])).toEqual([]);
    expect(codesOf([{ path: '', text: '改'.repeat(REVIEW_LIMITS.text + 1) }])).toEqual(['reporting.remark-too-long']);
    expect(codesOf([{ path: '', text: '改'.repeat(1_000_000) }])).toEqual(['reporting.remark-too-long']);
  });

  it('are counted in characters as people see them, emoji too', () => {
    expect(codesOf([{ path: '', text: '𠮷'.repeat(REVIEW_LIMITS.text) }])).toEqual([]);
  });

  it('are at most as many as anybody reads', () => {
    const many = Array.from({ length: REVIEW_LIMITS.remarks + 1 }, () => ({ path: '', text: '改' }));
    expect(codesOf(many.slice(1))).toEqual([]);
    expect(codesOf(many)).toEqual(['reporting.too-many-remarks']);
  });

  it('are refused with every reason, not only the first', () => {
    const input = [{ path: 'problems/p9', text: '改' }, { path: '', text: '' }, 5];
    expect(codesOf(input)).toEqual([
      'reporting.remark-place-unknown',
      'reporting.remark-missing',
      'reporting.remark-place-unknown',
    ]);
  });
});
