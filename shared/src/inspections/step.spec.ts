import { parseFindingStep } from '.';

const NOW = '2022-05-16T01:20:00.000Z';

function codes(outcome: ReturnType<typeof parseFindingStep>): readonly string[] {
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code);
}

describe('what is said with a step on a finding', () => {
  it('is needed where the step means nothing without it', () => {
    expect(codes(parseFindingStep('answer', {}, NOW))).toEqual(['inspections.text-missing']);
    expect(codes(parseFindingStep('return', { text: ' ' }, NOW))).toEqual(['inspections.text-missing']);
    expect(parseFindingStep('accept', {}, NOW).ok).toBe(true);
    expect(codes(parseFindingStep('answer', { text: '长'.repeat(100_000) }, NOW))).toEqual([
      'inspections.text-too-long',
    ]);
  });

  it('names the true time and way where the lead unit enters it, never one ahead', () => {
    expect(codes(parseFindingStep('enter-answer', { text: '已改。' }, NOW))).toEqual([
      'inspections.received-missing',
      'inspections.channel-missing',
    ]);
    const ahead = { text: '已改。', receivedAt: '2022-05-25T10:00:00.000Z', channel: 'paper' };
    expect(codes(parseFindingStep('enter-answer', ahead, NOW))).toEqual(['inspections.received-ahead']);
  });
});
