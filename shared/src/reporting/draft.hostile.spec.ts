import type { Outcome } from '../kernel';
import { aReport, HEIHE_2022, INVESTMENT_2022 } from '../samples';
import { parseDraftChanges } from './draft';
import { applyChanges } from './draft.merge';

const FORM = HEIHE_2022.form;
const BASE = aReport(FORM).work('h1').work('h1').filled().content;
const WORK = 'headings/h1/items/h1-1/work';

function codes(outcome: Outcome<unknown>): readonly string[] {
  return outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code);
}

describe('changes that cannot be meant', () => {
  it.each([
    'headings/h11/noneReason',
    'headings/h1',
    'headings/h1/items',
    'headings/h1/items/h1-1/evidence',
    'headings/h1/items/h1-1/id',
    'headings/h1/items/h1-1/work/x',
    'headings/h1/target/numerator',
    'headings/h8/target',
    'headings/h8/target/__proto__',
    'problems',
    'problems/p1/text',
    'problems/__proto__',
    'signOff',
    'signOff/constructor',
    '__proto__/polluted',
    'problems/constructor',
    'plans/toString',
    'headings/h1/items/hasOwnProperty',
    'headings/h1/items/h1-1/evidence/valueOf',
    'headings/constructor/noneReason',
    '',
    '/',
    'x'.repeat(1_000_000),
  ])('path %.40p is refused', (path) => {
    expect(codes(applyChanges(BASE, [{ path, from: null, to: 'x' }], FORM))).toEqual(['reporting.path-unknown']);
  });

  it.each([
    ['text too long', { path: WORK, to: '字'.repeat(5001) }, 'reporting.text-too-long'],
    ['no text', { path: WORK, to: null }, 'reporting.content-unreadable'],
    ['a figure that is none', { path: 'headings/h8/target/numerator', to: '很多' }, 'reporting.figure-not-whole'],
    ['a day that is none', { path: 'signOff/date', to: '2022-02-30' }, 'reporting.date-unreadable'],
    ['an item without fields', { path: 'headings/h1/items/a', to: { id: 'a' } }, 'reporting.content-unreadable'],
    [
      'an item under another id',
      { path: 'headings/h1/items/a', to: { id: 'b', title: '', work: '', result: '', evidence: [] } },
      'reporting.path-unknown',
    ],
  ])('%s is refused', (_, change, code) => {
    expect(codes(applyChanges(BASE, [{ from: null, ...change }], FORM))).toContain(code);
  });

  it('refuses 无此项任务 where it may not be declared, and more entries than fit', () => {
    const content = aReport(INVESTMENT_2022.form).filled().content;
    const none = { path: 'headings/visits/noneReason', from: null, to: '没有' };
    expect(codes(applyChanges(content, [none], INVESTMENT_2022.form))).toEqual(['reporting.none-not-allowed']);
    const lines = Array.from({ length: 30 }, (_, i) => ({ path: `plans/x${String(i)}`, from: null, to: '加' }));
    expect(codes(applyChanges(BASE, lines, FORM))).toEqual(['reporting.too-many']);
  });

  it('refuses a whole that grows too large', () => {
    const lines = Array.from({ length: 25 }, (_, i) => ({
      path: `plans/x${String(i)}`,
      from: null,
      to: '字'.repeat(5000),
    }));
    expect(codes(applyChanges(BASE, lines, FORM))).toEqual(['reporting.too-large']);
  });

  it('survives values nested without end', () => {
    const depth = 50_000;
    const deep = JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown;
    expect(codes(applyChanges(BASE, [{ path: WORK, from: deep, to: 'x' }], FORM))).toEqual([]);
    expect(applyChanges(BASE, [{ path: 'headings/h1/items/h1-1', from: deep, to: deep }], FORM).ok).toBe(false);
  });

  it('reads a list of changes strictly', () => {
    expect(parseDraftChanges([{ path: 'a', from: null, to: '' }]).ok).toBe(true);
    for (const input of [
      null,
      {},
      [1],
      [{ path: 1, from: null, to: null }],
      [{ path: 'a', from: null }],
      [{ path: 'a', from: 1, to: 1, x: 1 }],
    ]) {
      expect(parseDraftChanges(input).ok).toBe(false);
    }
    expect(codes(parseDraftChanges(Array.from({ length: 2001 }, () => ({ path: 'a', from: null, to: '' }))))).toEqual([
      'reporting.too-many-changes',
    ]);
  });
});
