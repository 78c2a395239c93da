import type { QuestionView, RulingView } from '@jiannuo/shared/rulings';
import { holdsWords, questionWords, reachWords, standingWords, stateWords } from './ruling-words';

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
  const month = { concerns: 'month' } as const;
  expect(reachWords({ fromPeriod: '2022-04', keptPeriods: [] }, month)).toBe('从2022年4月起');
  const kept = { fromPeriod: '2022-04', keptPeriods: ['2022-04', '2022-05'] };
  expect(reachWords(kept, month)).toBe('从2022年4月起，4月、5月已通报，保留原分');
  expect(reachWords(kept, { concerns: 'year' })).toBe('定全年成绩，不动各月的分');
});

it('says by which ruling a year is final, and that what was ruled after moves nothing (Q1)', () => {
  const readings = [{ value: 'single', name: '只乘一次', sentence: '' }];
  const question = {
    name: 'annualReading',
    readings,
    value: 'single',
    concerns: 'year',
    finalBy: 7,
  } as const;
  const closed = { year: 2022, yearClosedAt: '2023-01-31T02:00:00.000Z' };
  expect(holdsWords({ ...closed, yearClosedAt: null }, question)).toBe('现在按“只乘一次”');
  const factor = { ...question, name: 'monthlyFactor', value: '0.8' } as const;
  expect(holdsWords({ ...closed, yearClosedAt: null }, factor)).toBe('现在按“乘80%”');
  expect(holdsWords(closed, question)).toBe('2022年按第7号“只乘一次”定稿');
  expect(holdsWords(closed, { ...question, finalBy: null })).toBe('2022年按默认“只乘一次”定稿');
  expect(holdsWords(closed, { ...question, concerns: 'month' })).toBe('各月按通报时的口径');
  const textOf = (number: number, isTooLate: boolean) =>
    stateWords({ state: isTooLate ? 'checked' : 'superseded', number, isTooLate }, question).text;
  expect([textOf(7, false), textOf(8, true), textOf(3, false)]).toEqual([
    '年度定稿按这条',
    '定稿后定的，不起作用',
    '已被接替',
  ]);
});
