import type { AssessmentListView, AssessmentRow } from '@jiannuo/shared/assessment';
import { firstToOpen, wordOf } from './county-tabs';

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
    expect(firstToOpen(list(none, row('孙吴县', { state: 'reviewed' }), row('逊克县', part)))?.unitName).toBe('逊克县');
  });

  it('open with the first of all where nothing waits: what was taken back does not', () => {
    expect(firstToOpen(list(none, row('逊克县', { metAt: MET, isTakenBack: true })))).toBe(none);
  });

  it('are told apart by a word', () => {
    expect([none, row('逊克县', { state: 'submitted', metAt: MET })].map(wordOf)).toEqual(['没报', '待复核']);
  });
});
