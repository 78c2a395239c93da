import fc from 'fast-check';
import type { Outcome } from '../kernel';
import { ROLES, type Role } from '../people';
import {
  checkFeedback,
  checkFeedbackText,
  decideFeedback,
  FEEDBACK_ACTIONS,
  FEEDBACK_STATES,
  feedbackActions,
  maySeeFeedback,
  type FeedbackState,
} from '.';

const codesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
const asWriter = (state: FeedbackState) => ({ state, role: 'liaison', isWriter: true }) as const;
const asLead = (state: FeedbackState) => ({ state, role: 'lead-officer', isWriter: false }) as const;

describe('投诉建议', () => {
  it('waits for an answer from the start, and again when the writer adds something', () => {
    expect(feedbackActions(asLead('received'))).toEqual(['reply']);
    expect(decideFeedback('reply', asLead('received'))).toMatchObject({ value: 'replied' });
    expect(decideFeedback('add', asWriter('replied'))).toMatchObject({ value: 'received' });
  });

  it('is not closed before it was answered, and not written to once it is closed', () => {
    expect(codesOf(decideFeedback('close', asLead('received')))).toEqual(['feedback.not-answered']);
    expect(decideFeedback('close', asLead('replied'))).toMatchObject({ value: 'closed' });
    expect(codesOf(decideFeedback('add', asWriter('closed')))).toEqual(['feedback.is-closed']);
    expect(feedbackActions(asWriter('closed'))).toEqual([]);
  });

  it('lets the writer and the lead unit each do their own part', () => {
    expect(feedbackActions(asWriter('replied'))).toEqual(['add']);
    expect(feedbackActions(asLead('replied'))).toEqual(['reply', 'close']);
    expect(codesOf(decideFeedback('reply', asWriter('received')))).toEqual(['feedback.not-yours']);
  });

  it('is nothing to anybody else, whatever the state', () => {
    const others = ROLES.filter((role): role is Role => role !== 'lead-officer');
    for (const role of others) {
      expect(maySeeFeedback({ role, isWriter: false })).toBe(false);
      for (const state of FEEDBACK_STATES) expect(feedbackActions({ state, role, isWriter: false })).toEqual([]);
    }
  });

  it('never leaves closed, whatever is tried in whatever order', () => {
    const step = fc.record({ action: fc.constantFrom(...FEEDBACK_ACTIONS), isWriter: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state: FeedbackState = 'received';
        for (const { action, isWriter } of steps) {
          const role = isWriter ? 'liaison' : 'lead-officer';
          const outcome = decideFeedback(action, { state, role, isWriter });
          if (state === 'closed') expect(outcome.ok).toBe(false);
          if (outcome.ok) state = outcome.value;
        }
      }),
    );
  });
});

describe('what is written', () => {
  const WHOLE = { kind: 'suggestion', text: '  提醒能不能晚一点？\r\n谢谢 ', contact: ' 打\n办公室电话 ' };

  it('is kept cleaned, with a wish how to be reached on one line', () => {
    const value = { kind: 'suggestion', text: '提醒能不能晚一点？\n谢谢', contact: '打 办公室电话' };
    expect(checkFeedback(WHOLE)).toEqual({ ok: true, value });
    expect(checkFeedback({ ...WHOLE, contact: undefined })).toMatchObject({ ok: true, value: { contact: '' } });
  });

  it('is refused with every reason at once', () => {
    const outcome = checkFeedback({ kind: 'praise', text: ' \u200B ', contact: '电'.repeat(101) });
    expect(codesOf(outcome)).toEqual(['feedback.kind-unknown', 'feedback.text-missing', 'feedback.contact-too-long']);
  });

  it('may be 2000 characters long and not one more, an emoji counting one', () => {
    expect(checkFeedbackText('😀'.repeat(2000)).ok).toBe(true);
    expect(codesOf(checkFeedbackText('字'.repeat(2001)))).toEqual(['feedback.text-too-long']);
    expect(codesOf(checkFeedbackText(7))).toEqual(['feedback.text-missing']);
  });
});
