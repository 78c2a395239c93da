import { EMPTY_REVIEW } from '@jiannuo/shared/assessment';
import { sampleAssessment } from '../../../../test/sample-scores';
import { deskOf, tableOf } from './review-rows';

describe('the rows of a published month that is corrected', () => {
  it('leave the county’s own column empty beside a finding: a self-assessment says nothing on spot checks', () => {
    const view = { ...sampleAssessment(), isDrawn: true, actions: ['correct'] as const };
    const { rows } = tableOf(view, deskOf(view), EMPTY_REVIEW);
    const own = (subject: string) => rows.flatMap(({ thing, self }) => (thing?.subject === subject ? [self] : []));
    expect(own('finding')).toEqual(own('measure').map(() => ''));
    expect(own('measure').length).toBeGreaterThan(0);
    expect(own('measure')).not.toContain('');
  });

  it('keep the reasons of the review beside the numbers that it changed, and take none of them for a new one', () => {
    const told = sampleAssessment();
    const scores = told.scores.map((score) => ({ ...score, review: null }));
    const review = { verdicts: [], reasons: { completion: '一项没有纪要' } };
    const view = { ...told, scores, actions: ['correct'] as const, review: { ...told.review!, review } };
    const line = tableOf(view, deskOf(view), EMPTY_REVIEW).rows.find(({ key }) => key === 'completion');
    expect(line).toMatchObject({ standingReason: '一项没有纪要', reason: '' });
    const reviewing = { ...view, actions: ['review'] as const };
    const { rows } = tableOf(reviewing, deskOf(reviewing), review);
    expect(rows[0]).toMatchObject({ standingReason: '', reason: '一项没有纪要' });
  });
});
