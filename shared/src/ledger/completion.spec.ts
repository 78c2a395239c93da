import fc from 'fast-check';
import { parseCompletion, withShown, type Evidence, type RatioFigures } from './index';

function codesOf(outcome: ReturnType<typeof parseCompletion>): readonly string[] {
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

const RATIO: RatioFigures = { numerator: '3412', denominator: '14986', asOf: '2022-05-10' };

describe('what a unit says of a month', () => {
  const said = {
    work: '张贴二维码。',
    result: '6类窗口亮码。',
    figure: '6',
    evidence: [{ id: 'e1', title: '推广通知', kind: 'document', attachmentId: null }],
  };

  it('is complete with a list of evidence, without any file (R55)', () => {
    expect(parseCompletion(said)).toEqual({ ok: true, value: said });
    expect(parseCompletion({ work: '', result: '', figure: '', evidence: [] }).ok).toBe(true);
    expect(parseCompletion({ work: '', result: '', figure: '０９', evidence: [] })).toMatchObject({
      value: { figure: '9' },
    });
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nothing', null, ['ledger.completion-unreadable']],
    ['more than is asked', { ...said, state: 'done' }, ['ledger.completion-unreadable']],
    ['a figure with decimals', { ...said, figure: '9.555' }, ['ledger.figure-not-whole']],
    ['a negative figure', { ...said, figure: '-1' }, ['ledger.figure-negative']],
    ['a figure of a Chinese keyboard that is negative', { ...said, figure: '－１' }, ['ledger.figure-negative']],
    ['a figure that is too large', { ...said, figure: '9999999999' }, ['ledger.figure-too-long']],
    ['a text beyond its limit', { ...said, work: '长'.repeat(2001) }, ['ledger.text-too-long']],
    [
      'evidence without a name',
      { ...said, evidence: [{ ...said.evidence[0], title: ' ' }] },
      ['ledger.evidence-unnamed'],
    ],
    ['evidence twice', { ...said, evidence: [said.evidence[0], said.evidence[0]] }, ['ledger.evidence-doubled']],
    [
      'too much evidence',
      {
        ...said,
        evidence: Array.from({ length: 21 }, (_, index) => ({ ...said.evidence[0], id: `e${String(index)}` })),
      },
      ['ledger.too-much-evidence'],
    ],
    [
      'evidence of no kind',
      { ...said, evidence: [{ ...said.evidence[0], kind: 'gold' }] },
      ['ledger.completion-unreadable'],
    ],
  ])('is refused with %s', (_what, input, codes) => {
    expect(codesOf(parseCompletion(input))).toEqual(codes);
  });

  it('has the two figures of a ratio where its heading asks for one (R35), whole numbers of a day', () => {
    expect(parseCompletion({ ...said, ratio: RATIO })).toEqual({ ok: true, value: { ...said, ratio: RATIO } });
    expect(parseCompletion({ ...said, ratio: { numerator: '', denominator: '', asOf: '' } })).toEqual({
      ok: true,
      value: said,
    });
    for (const bad of [{ numerator: '3.5' }, { denominator: '1'.repeat(16) }, { asOf: '2022-02-30' }, { more: '' }]) {
      expect(parseCompletion({ ...said, ratio: { ...RATIO, ...bad } }).ok).toBe(false);
    }
  });

  it('takes in what a report shows for it, once, and changes no evidence that stands (M1)', () => {
    const entry = (id: string, title: string): Evidence => ({ id, title, kind: 'document', attachmentId: null });
    const row = { work: '', result: '', figure: '', evidence: [entry('a', '通知')] };
    const shown = (...evidence: readonly Evidence[]) => withShown(row, { evidence, figures: null });
    expect(shown(entry('b', '通知'), entry('a', '改名'))).toBe(row);
    const photo: Evidence = { ...entry('c', '通知'), kind: 'photo', isAwaited: true };
    expect(shown(photo, entry('d', '签到表'), entry('e', '签到表')).evidence).toEqual([
      ...row.evidence,
      { ...entry('c', '通知'), kind: 'photo' },
      entry('d', '签到表'),
    ]);
    expect(shown(...Array.from({ length: 30 }, (_, at) => entry(`x${String(at)}`, String(at)))).evidence).toHaveLength(
      20,
    );
    const counted = withShown(row, { evidence: [], figures: RATIO });
    expect(counted).toEqual({ ...row, ratio: RATIO });
    expect(withShown(counted, { evidence: [], figures: { ...RATIO } })).toBe(counted);
  });

  it('is read from anything without a throw, and read again gives the same', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(typeof parseCompletion(input).ok).toBe('boolean');
      }),
    );
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, (work, result) => {
        const once = parseCompletion({ work, result, figure: '', evidence: [] });
        expect(once.ok && parseCompletion(once.value)).toEqual(once);
      }),
    );
  });
});
