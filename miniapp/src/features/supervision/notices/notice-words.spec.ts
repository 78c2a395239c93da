import { NO_PROGRESS } from '@jiannuo/shared/supervision';
import { citedWords, rowWords } from './notice-words';

const ROW = {
  state: 'issued',
  answer: 'feedback',
  tickets: { ...NO_PROGRESS, asked: 3, copies: 1 },
  overdueSince: null,
  findingClearedAt: null,
  isShaken: false,
  isYours: false,
} as const;
const DUE = '2022-05-18T16:00:00.000Z';
const BEFORE = '2022-05-18T01:00:00.000Z';
const AFTER = '2022-05-20T01:00:00.000Z';

describe('How a notice of the list stands', () => {
  it('says how many are done, and never that a copy is', () => {
    expect(rowWords({ ...ROW, reviewDueAt: null }, BEFORE)).toEqual({ shape: 'not-yet', text: '0/3家办完，抄送1家' });
    const done = { ...ROW, tickets: { ...ROW.tickets, over: 3 }, reviewDueAt: null };
    expect(rowWords(done, BEFORE)).toEqual({ shape: 'done', text: '3/3家办完，抄送1家' });
  });

  it('turns red when the lead unit itself is late with what waits for it', () => {
    const waiting = { ...ROW, tickets: { ...ROW.tickets, waiting: 2 }, reviewDueAt: DUE };
    expect(rowWords(waiting, BEFORE)).toEqual({ shape: 'doing', text: '2家等您看　0/3家办完，抄送1家' });
    expect(rowWords(waiting, AFTER)).toEqual({
      shape: 'late',
      text: '2家等您看（超期2天）　0/3家办完，抄送1家',
    });
  });

  it('says all that holds at once: what waits, who is late, how many are done', () => {
    const both = { ...ROW, tickets: { ...ROW.tickets, over: 1, waiting: 1, overdue: 1 }, reviewDueAt: DUE };
    expect(rowWords(both, BEFORE)).toEqual({ shape: 'late', text: '1家等您看　1家超期　1/3家办完，抄送1家' });
  });

  it('says of the late since when the first of them is', () => {
    const alone = { ...ROW, tickets: { ...NO_PROGRESS, asked: 1, overdue: 1 }, reviewDueAt: null, overdueSince: DUE };
    expect(rowWords(alone, AFTER)).toEqual({ shape: 'late', text: '1家超期2天' });
    const several = { ...alone, tickets: { ...alone.tickets, asked: 3, overdue: 2 } };
    expect(rowWords(several, AFTER)).toEqual({ shape: 'late', text: '2家最长超期2天　0/3家办完' });
  });

  it('is cited by its number, before it has one by its kind, as a proposal with its unit', () => {
    const row = { state: 'issued', kind: 'order', number: '督办单〔2022〕3号', unitNames: ['逊克县'] } as const;
    expect(citedWords(row)).toBe('督办单〔2022〕3号');
    expect(citedWords({ ...row, state: 'checking', number: '督办单（文号签发时定）' })).toBe('督办单');
    expect(citedWords({ ...row, state: 'proposed', kind: 'listing' })).toBe('逊克县　建议挂牌督办');
  });

  it.each([
    ['draft', false, '起草'],
    ['draft', true, '退回起草'],
    ['checking', true, '等您核对'],
    ['checking', false, '等另一人核对'],
    ['checked', true, '已核对，等签发'],
  ] as const)('says of a %s, the reader’s own turn or not (%s), %s', (state, isYours, words) => {
    const row = { ...ROW, state, isYours, tickets: NO_PROGRESS, reviewDueAt: null };
    expect(rowWords(row, BEFORE).text).toBe(words);
  });

  it('says before all else that it stands on a 瞒报 that was cleared, or on what fell away', () => {
    const shaken = { ...ROW, isShaken: true, isYours: true, reviewDueAt: null };
    expect(rowWords(shaken, AFTER).text).toBe('依据有变化，等您定');
    const cleared = { ...ROW, findingClearedAt: BEFORE, isYours: true, reviewDueAt: null };
    expect(rowWords(cleared, AFTER).text).toBe('要更正或作废');
    expect(rowWords({ ...cleared, state: 'draft' }, AFTER).text).toBe('不能再发');
  });
});
