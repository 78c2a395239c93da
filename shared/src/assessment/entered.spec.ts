import {
  allowedAssessmentActions,
  confirmRefusal,
  decideAssessment,
  ownNote,
  type AssessmentSituation,
  type LinePoints,
} from '.';

const UNTIL = '2022-05-27T16:00:00.000Z';
/** A county's liaison before the sheet that the lead unit copied for it. */
const COPIED: AssessmentSituation = {
  state: 'submitted',
  role: 'liaison',
  isOwn: true,
  dueAt: '2022-05-23T16:00:00.000Z',
  metAt: '2022-05-22T01:00:00.000Z',
  channel: null,
  objectionClosesAt: null,
  checkedUntil: UNTIL,
  now: '2022-05-22T04:00:00.000Z',
};
/** The lead unit's officer before it. */
const DESK: AssessmentSituation = { ...COPIED, role: 'lead-officer', isOwn: false, isCopied: true };

describe('a sheet that the lead unit copied for a county (附件3说明1)', () => {
  it('leaves a copied sheet to the county while it may check it, and to nobody who handed in itself', () => {
    expect(allowedAssessmentActions(COPIED)).toEqual(['edit', 'submit', 'withdraw']);
    expect(allowedAssessmentActions({ ...COPIED, channel: 'email' })).toEqual(['edit', 'submit']);
    const over = decideAssessment('submit', { ...COPIED, now: UNTIL });
    expect(over).toMatchObject({ refusals: [{ code: 'assessment.entry-check-over' }] });
    const own = decideAssessment('submit', { ...COPIED, checkedUntil: null });
    expect(own).toMatchObject({ refusals: [{ code: 'assessment.not-possible-submitted' }] });
    const early = decideAssessment('confirm', DESK);
    expect(early).toMatchObject({ refusals: [{ code: 'assessment.copy-being-checked' }] });
    expect(confirmRefusal(DESK)).toEqual({
      code: 'assessment.copy-being-checked',
      facts: { dueAt: UNTIL },
    });
    const later = [{ isCopied: false }, { now: UNTIL }];
    expect(later.map((each) => decideAssessment('confirm', { ...DESK, ...each }).ok)).toEqual([true, true]);
    expect(later.map((each) => confirmRefusal({ ...DESK, ...each }))).toEqual([null, null]);
    // Who may write no review is kept from nothing.
    expect(confirmRefusal(COPIED)).toBeNull();
  });

  it('is taken while nothing is in, after the review too, up to 定稿', () => {
    const states = ['draft', 'reviewed', 'objected', 'settled', 'final', 'published'] as const;
    const taken = (metAt: string | null) =>
      states.filter((state) => decideAssessment('enter-for', { ...DESK, state, metAt }).ok);
    expect(taken(null)).toEqual(['draft', 'reviewed', 'objected', 'settled']);
    expect(taken(COPIED.metAt)).toEqual([]);
    // The review stays where it is.
    const settled = decideAssessment('enter-for', { ...DESK, state: 'settled', metAt: null });
    expect(settled).toEqual({ ok: true, value: 'settled' });
  });

  it('says whose number it is only where it differs from the engine’s', () => {
    const entry = { channel: 'paper', basis: '收文登记', by: '甲', registeredAt: UNTIL, checkedUntil: UNTIL } as const;
    const aLine = (self: string, isTyped: boolean) => ({ engine: '5.00', self, isTyped }) as LinePoints;
    expect(ownNote(aLine('4.00', true), null)).toBe('自己填的，系统算5.00');
    expect(ownNote(aLine('4.00', true), entry)).toBe('写在原件上的，系统算5.00');
    expect(ownNote(aLine('5.00', true), null)).toBeNull();
    expect(ownNote(aLine('5.00', true), entry)).toBeNull();
  });
});
