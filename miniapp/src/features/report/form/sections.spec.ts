import { emptyContent } from '@jiannuo/shared/reporting';
import { SAMPLE_FORM, sampleContent, wholeContent } from '../../../../test/sample-report';
import { elementIdOf, filledHeadings, missingWords, sectionOfPath, sectionsOf, sectionStateOf } from './sections';

const state = (content = sampleContent(), id = 'h1') => sectionStateOf(content, SAMPLE_FORM, id);

describe('the sections of a report', () => {
  it('stand in the order of annex 1', () => {
    expect(sectionsOf(SAMPLE_FORM).map(({ ordinal, shortTitle }) => ordinal + shortTitle)).toEqual([
      '（一）承诺公示',
      '（八）“码上诚信”',
      '二、存在的问题',
      '三、下月工作计划',
      '落款',
    ]);
  });

  it('say how far they are', () => {
    expect(state()).toEqual({ shape: 'done', text: '1条' });
    expect(state(sampleContent(''))).toEqual({ shape: 'doing', text: '在填' });
    expect(state(emptyContent(SAMPLE_FORM))).toEqual({ shape: 'none', text: '没填' });
    expect(state(wholeContent(), 'h8')).toEqual({ shape: 'waived', text: '本月无' });
    expect(state(wholeContent(), 'problems')).toEqual({ shape: 'done', text: '1条' });
    expect(state(wholeContent(), 'signOff')).toEqual({ shape: 'done', text: '已落款' });
  });

  it('are counted while anything in them is missing', () => {
    const words = (content = wholeContent()) => missingWords(content, SAMPLE_FORM);
    expect(filledHeadings(sampleContent(), SAMPLE_FORM)).toBe(1);
    expect(words({ ...wholeContent(), headings: sampleContent().headings })).toBe('还有1处没填');
    expect(words({ ...wholeContent(), problems: [], plans: [] })).toBe('问题、计划还没填');
    expect(words(sampleContent())).toBe('还有4处没填');
    expect(words()).toBeNull();
  });

  it('are found from the path of a field', () => {
    expect(sectionOfPath('headings/h8/target/numerator')).toBe('h8');
    expect(sectionOfPath('plans/q1')).toBe('plans');
    expect(elementIdOf('signOff/signer')).toBe('at-signOff-signer');
  });
});
