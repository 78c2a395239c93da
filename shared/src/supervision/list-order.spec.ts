import { byUrgency, NO_PROGRESS, type NoticeRow } from '.';

const ROW: NoticeRow = {
  id: 'n1',
  kind: 'order',
  number: '督办单〔2022〕1号',
  title: '“码上诚信”赋码进度滞后',
  state: 'issued',
  isProposed: false,
  isConfidential: false,
  answer: 'feedback',
  dueAt: null,
  at: '2022-05-16T01:00:00.000Z',
  unitNames: ['逊克县'],
  unitCount: 1,
  tickets: NO_PROGRESS,
  reviewDueAt: null,
  overdueSince: null,
  findingClearedAt: null,
  isShaken: false,
  isYours: false,
};

describe('The order of the lead unit’s list', () => {
  it('puts what waits for the reader first, then what units are late with, the longest before, and leaves the rest', () => {
    const rows = [
      { ...ROW, id: 'other' },
      { ...ROW, id: 'late since July', overdueSince: '2022-07-20T10:00:00.000Z' },
      { ...ROW, id: 'late since May', overdueSince: '2022-05-19T10:00:00.000Z' },
      { ...ROW, id: 'another' },
      { ...ROW, id: 'to be checked', state: 'checking' as const, isYours: true },
      { ...ROW, id: 'to be reviewed', isYours: true, reviewDueAt: '2022-07-21T16:00:00.000Z' },
    ];
    expect(rows.sort(byUrgency).map(({ id }) => id)).toEqual([
      'to be reviewed',
      'to be checked',
      'late since May',
      'late since July',
      'other',
      'another',
    ]);
  });

  it('puts of proposals the gravest first, among equals the oldest', () => {
    const proposed = { ...ROW, state: 'proposed' as const, isProposed: true, isYours: true };
    const rows: readonly NoticeRow[] = [
      { ...proposed, id: 'warning of July', kind: 'warning', at: '2022-07-22T18:00:00.000Z' },
      { ...proposed, id: 'warning of May', kind: 'warning', at: '2022-05-24T18:00:00.000Z' },
      { ...proposed, id: 'listing', kind: 'listing', at: '2022-05-25T18:00:00.000Z' },
      { ...proposed, id: 'to be issued', state: 'checked' },
    ];
    expect([...rows].sort(byUrgency).map(({ id }) => id)).toEqual([
      'to be issued',
      'listing',
      'warning of May',
      'warning of July',
    ]);
  });
});
