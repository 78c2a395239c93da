import * as fc from 'fast-check';
import {
  decideAnswer,
  decideAssessment,
  decideObjection,
  type AssessmentSituation,
  type HeardObjection,
} from './decide';
import { REVIEWED_LINES, SHEET_LINES } from './lines';
import { parseLine } from './review';
import type { AssessmentState } from './states';
import { reviewAnew } from './upheld';

const COUNTY: AssessmentSituation = {
  state: 'reviewed',
  role: 'liaison',
  isOwn: true,
  dueAt: '2022-05-23T16:00:00.000Z',
  metAt: '2022-05-22T02:00:00.000Z',
  channel: 'app',
  objectionClosesAt: '2022-05-25T16:00:00.000Z',
  now: '2022-05-24T02:00:00.000Z',
};
const LEAD: AssessmentSituation = { ...COUNTY, state: 'objected', role: 'lead-officer', isOwn: false };

function objection(number: number, answer: HeardObjection['answer'] = null): HeardObjection {
  return { number, reviewNumber: 1, line: REVIEWED_LINES[number - 1]!, answer };
}

/** The state after all of these answers, one after the other. */
function afterAll(answers: readonly boolean[]): AssessmentState[] {
  let heard = answers.map((_, index) => objection(index + 1));
  return answers.map((isUpheld, index) => {
    const outcome = decideAnswer(isUpheld, LEAD, { number: index + 1, heard });
    heard = heard.map((each, at) => (at === index ? { ...each, answer: isUpheld ? 'upheld' : 'refused' } : each));
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    return outcome.value;
  });
}

describe('Objections (异议) to a review (Q18)', () => {
  it('are taken for each line once, also while another waits for its answer or was refused', () => {
    const heard = [objection(1), objection(2, 'refused')];
    for (const state of ['reviewed', 'objected'] as const) {
      expect(decideObjection({ ...COUNTY, state }, SHEET_LINES[2], heard)).toMatchObject({
        ok: true,
        value: 'objected',
      });
      expect(decideObjection({ ...COUNTY, state }, SHEET_LINES[1], heard)).toMatchObject({
        refusals: [{ code: 'assessment.objected-already' }],
      });
    }
  });

  it('are about a line of the sheet or what the spot check took off, and about nothing else', () => {
    for (const line of REVIEWED_LINES) expect(parseLine(line)).toEqual({ ok: true, value: line });
    for (const line of ['innovation', 'toString', null]) expect(parseLine(line).ok).toBe(false);
    expect(decideObjection(COUNTY, 'deduction', [objection(1)])).toMatchObject({ ok: true, value: 'objected' });
  });

  it('begin the review anew, once upheld, without why it was as it was on their lines', () => {
    const undone = { subject: 'measure' as const, id: 'm1', counts: false, reason: '没有纪要' };
    const late = { subject: 'obligation' as const, id: 'o1', counts: false, reason: '当日平台故障' };
    const review = { verdicts: [undone, late], reasons: { completion: '少一项', information: '又评了一条' } };
    expect(reviewAnew(review, ['completion'])).toEqual({
      verdicts: [{ ...undone, reason: '' }, late],
      reasons: { information: '又评了一条' },
    });
    expect(reviewAnew(review, ['deduction'])).toEqual(review);
  });

  it('are no longer taken when the days have run, not even beside one that waits', () => {
    const late = { ...COUNTY, state: 'objected', now: COUNTY.objectionClosesAt! } as const;
    expect(decideObjection(late, 'completion', [])).toMatchObject({
      refusals: [{ code: 'assessment.objection-closed' }],
    });
  });

  it('move the month on with the last answer: reviewed anew when any was upheld, else the review stands', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: REVIEWED_LINES.length }), (answers) => {
        const states = afterAll(answers);
        expect(states.slice(0, -1).every((state) => state === 'objected')).toBe(true);
        expect(states.at(-1)).toBe(answers.includes(true) ? 'submitted' : 'reviewed');
      }),
    );
  });

  it('are answered once: the second officer is told so', () => {
    for (const heard of [[objection(1, 'refused')], []]) {
      expect(decideAnswer(true, LEAD, { number: 1, heard })).toMatchObject({
        refusals: [{ code: 'assessment.objection-answered' }],
      });
    }
  });

  it('end nothing but themselves when they are refused: the review is final after the days, or once the county agrees', () => {
    const reviewed = { ...LEAD, state: 'reviewed' } as const;
    expect(decideAssessment('finalise', reviewed).ok).toBe(false);
    expect(decideAssessment('finalise', { ...reviewed, now: COUNTY.objectionClosesAt! }).ok).toBe(true);
    expect(decideAssessment('agree', COUNTY)).toMatchObject({ value: 'settled' });
  });
});
