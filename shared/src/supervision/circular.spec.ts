import fc from 'fast-check';
import { namesAfterDue, parseCircular, SUPERVISION_MESSAGES } from '.';

const TODAY = '2022-05-24';
const ENTRY = {
  title: '5月工作推进情况通报',
  issuedOn: '2022-05-23',
  shortfall: '第三条点到没有交5月月报。',
  unitId: 'u1',
  obligationId: 'o1',
  evidence: [],
};

function codes(input: object): readonly string[] {
  const outcome = parseCircular(input, TODAY);
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('an item of a circular (art. 12, 16)', () => {
  it('says which circular named what of which unit', () => {
    expect(parseCircular(ENTRY, TODAY)).toEqual({ ok: true, value: ENTRY });
    expect(parseCircular({ ...ENTRY, obligationId: null }, TODAY)).toMatchObject({ value: { obligationId: null } });
  });

  it('is no prior notice as long as it does not say what the unit lacked (Q25)', () => {
    expect(codes({ ...ENTRY, shortfall: ' \n' })).toEqual(['supervision.text-missing']);
    expect(codes({})).toEqual([
      'supervision.circular-unit-missing',
      'supervision.text-missing',
      'supervision.circular-day-missing',
      'supervision.text-missing',
    ]);
  });

  it('is of a day that has come, and of no length', () => {
    expect(codes({ ...ENTRY, issuedOn: '2022-05-25' })).toEqual(['supervision.circular-day-ahead']);
    expect(codes({ ...ENTRY, shortfall: '长'.repeat(501) })).toEqual(['supervision.text-too-long']);
    expect(codes({ ...ENTRY, title: '长'.repeat(61) })).toEqual(['supervision.text-too-long']);
  });

  it('comes after what it names was due, by the day: who is named on the day itself had the day', () => {
    expect(namesAfterDue({ issuedOn: '2022-05-20' }, '2022-05-20T10:00:00.000Z')).toBe(false);
    expect(namesAfterDue({ issuedOn: '2022-05-21' }, '2022-05-20T16:00:00.000Z')).toBe(true);
  });

  it('is refused in sentences, whatever comes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(ENTRY)), fc.anything()), (input) => {
        for (const code of codes(input)) {
          expect(code.startsWith('supervision.') ? Object.keys(SUPERVISION_MESSAGES) : [code]).toContain(code);
        }
      }),
    );
  });
});
