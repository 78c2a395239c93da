import type { QuestionView, RulingView } from '@jiannuo/shared/rulings';
import { questionWords, reachWords, standingWords } from './ruling-words';

const QUESTION = { standing: 'open', rulings: [] } as unknown as QuestionView;

it('calls a question by its number, or by its article where it has none', () => {
  expect(questionWords('Q1')).toBe('第1问');
  expect(questionWords('第二十条')).toBe('第二十条');
});

it('says 没定 while the year waits, and 等核对 as soon as somebody has to check', () => {
  expect(standingWords(QUESTION).text).toBe('没定');
  const draft = { state: 'draft' } as RulingView;
  expect(standingWords({ ...QUESTION, standing: 'ruled', rulings: [draft] }).text).toBe('等核对');
});

it('says which published months keep their numbers', () => {
  expect(reachWords({ fromPeriod: '2022-04', keptPeriods: [] })).toBe('从2022年4月起');
  expect(reachWords({ fromPeriod: '2022-04', keptPeriods: ['2022-04', '2022-05'] })).toBe(
    '从2022年4月起，4月、5月已通报，保留原分',
  );
});
