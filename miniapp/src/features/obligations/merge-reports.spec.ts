import type { ObligationView } from '@jiannuo/shared/obligations';
import { mergeReports } from './merge-reports';
import { doneWords, standingWords } from './obligation-words';

const FIRST: ObligationView = {
  id: 'o1',
  kind: 'monthly-report',
  title: '月报',
  period: '2022-05',
  article: '',
  dueAt: '2022-05-20T16:00:00.000Z',
  originalDueAt: '2022-05-20T16:00:00.000Z',
  closesAt: null,
  metAt: '2022-05-18T02:00:00.000Z',
  channel: 'app',
  standing: 'on-time',
  waiveReason: null,
  dueChange: null,
  reportId: 'r1',
  reportState: 'returned',
  progress: null,
  draftSavedAt: null,
  asker: null,
};
const CORRECTION: ObligationView = {
  ...FIRST,
  id: 'o2',
  kind: 'report-correction',
  title: '月报修改',
  metAt: null,
  standing: 'owed',
};
const AT = '2022-05-25T02:00:00.000Z';

describe('a report that was sent back', () => {
  it('stands among what is open only, while it is to be corrected', () => {
    const merged = mergeReports({ serverNow: AT, open: [CORRECTION], done: [FIRST] });
    expect(merged.open).toEqual([CORRECTION]);
    expect(merged.done).toEqual([]);
  });

  it('is one line after it came again: as it first came, and when it was corrected', () => {
    const corrected = { ...CORRECTION, metAt: '2022-05-24T02:00:00.000Z', standing: 'on-time' as const };
    const { done } = mergeReports({ serverNow: AT, open: [], done: [corrected, FIRST] });
    expect(done.map(({ id }) => id)).toEqual(['o1']);
    expect(doneWords(done[0]!, AT)).toBe('5月18日 10:00 交，5月24日 10:00 改好再交');
  });

  it('leaves other months and the self-assessment alone', () => {
    const others = [
      { ...FIRST, id: 'o0', period: '2022-04' },
      { ...FIRST, id: 's1', kind: 'self-assessment' as const },
    ];
    expect(mergeReports({ serverNow: AT, open: [CORRECTION], done: others }).done.map(({ id }) => id)).toEqual([
      'o0',
      's1',
    ]);
  });
});

describe('how a thing stands', () => {
  it('is a red triangle when it came late', () => {
    expect(standingWords({ ...FIRST, standing: 'late' }, AT)).toEqual({ shape: 'late', text: '迟报' });
  });
});

describe('a ticket that was signed for', () => {
  const signed = { ...FIRST, id: 's', kind: 'ticket-sign', reportId: 't1' } as const;
  const answer = { ...FIRST, id: 'a', kind: 'ticket-answer', reportId: 't1', metAt: null, standing: 'owed' } as const;

  it('is done only once it is answered too, in one line, also when it was withdrawn', () => {
    expect(mergeReports({ serverNow: AT, open: [answer], done: [signed] })).toMatchObject({ open: [answer], done: [] });
    const gone = { ...answer, standing: 'waived', waiveReason: '单位写错。' } as const;
    const ended = mergeReports({ serverNow: AT, open: [], done: [{ ...signed, standing: 'waived' }, gone] });
    expect(ended.done.map(({ id }) => id)).toEqual(['a']);
    const other = { ...answer, id: 'b', reportId: 't2' } as const;
    expect(mergeReports({ serverNow: AT, open: [other], done: [signed] }).done.map(({ id }) => id)).toEqual(['s']);
  });
});
