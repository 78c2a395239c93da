import { EMPTY_REVIEW } from '@jiannuo/shared/assessment';
import { sampleAssessment } from '../../../test/sample-scores';
import { caseOnDesk, tableOf } from './review-rows';

describe('the rows of a published month that is corrected', () => {
  it('leave the county’s own column empty beside a finding: a self-assessment says nothing on spot checks', () => {
    const view = { ...sampleAssessment(), isDrawn: true, actions: ['correct'] as const };
    const { rows } = tableOf(view, caseOnDesk(view), EMPTY_REVIEW);
    const own = (subject: string) => rows.flatMap(({ thing, self }) => (thing?.subject === subject ? [self] : []));
    expect(own('finding')).toEqual(own('measure').map(() => ''));
    expect(own('measure').length).toBeGreaterThan(0);
    expect(own('measure')).not.toContain('');
  });
});
