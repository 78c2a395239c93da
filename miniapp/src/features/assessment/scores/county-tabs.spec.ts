import type { AssessmentListView, AssessmentRow } from '@jiannuo/shared/assessment';
import { firstToOpen, sumsOf, wordOf } from './county-tabs';

const row = (unitName: string, part: Partial<AssessmentRow> = {}): AssessmentRow => ({
  assessmentId: null,
  obligationId: unitName,
  unitId: unitName,
  unitName,
  state: 'draft',
  metAt: null,
  isUnderReview: false,
  isTakenBack: false,
  ...part,
});
const list = (...rows: readonly AssessmentRow[]) => ({ rows }) as AssessmentListView;
const MET = '2022-05-22T01:00:00.000Z';

describe('the counties on the desk of the review', () => {
  const none = row('爱辉区');

  it.each<[string, Partial<AssessmentRow>]>([
    ['handed in', { state: 'submitted', metAt: MET }],
    ['had its receipt noted', { metAt: MET }],
    ['is being reviewed', { isUnderReview: true }],
    ['objected', { state: 'objected', metAt: MET }],
  ])('open with the first that %s', (_, part) => {
    expect(firstToOpen(list(none, row('孙吴县', { state: 'reviewed' }), row('逊克县', part)), null)?.unitName).toBe(
      '逊克县',
    );
  });

  it('open with the first of all where nothing waits: what was taken back does not', () => {
    expect(firstToOpen(list(none, row('逊克县', { metAt: MET, isTakenBack: true })), null)).toBe(none);
  });

  it('open with the one that the reader came for', () => {
    const named = row('逊克县', { assessmentId: 'a6', state: 'reviewed' });
    expect(firstToOpen(list(none, row('孙吴县', { state: 'submitted' }), named), 'a6')).toBe(named);
  });

  it('are counted with their objections, which are no finished reviews', () => {
    const objected = row('逊克县', { state: 'objected' });
    expect(sumsOf(list(none, objected))).toBe('已复核0个，正在复核0个，没复核1个，1个有异议');
    expect(sumsOf(list(none, row('逊克县', { state: 'settled' })))).toBe('已复核1个，正在复核0个，没复核1个');
  });

  it('are told apart by a word', () => {
    expect([none, row('逊克县', { state: 'submitted', metAt: MET })].map(wordOf)).toEqual(['没报', '待复核']);
  });
});
