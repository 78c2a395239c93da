import { NO_PROGRESS, NOTICE_STATES, type NoticeRow } from '@jiannuo/shared/supervision';
import { groupsOf } from './notice-groups';

const ROWS = NOTICE_STATES.map((state): NoticeRow => ({
  id: state,
  kind: 'order',
  number: '督办单（文号签发时定）',
  title: '“码上诚信”赋码进度滞后',
  state,
  isProposed: true,
  isConfidential: false,
  answer: 'feedback',
  dueAt: null,
  at: '2022-05-24T01:00:00.000Z',
  unitNames: ['逊克县'],
  unitCount: 1,
  tickets: NO_PROGRESS,
  reviewDueAt: null,
  overdueSince: null,
  findingClearedAt: null,
  isShaken: false,
  isYours: ['proposed', 'checked'].includes(state),
}));

function idsOf(isProposalsOnly: boolean) {
  return groupsOf(ROWS, isProposalsOnly).map(({ title, rows }) => [title, rows.map(({ id }) => id)]);
}

it('puts what waits for the reader before what others are at, and everything once', () => {
  expect(idsOf(false).slice(0, 2)).toEqual([
    ['等您办的 2', ['proposed', 'checked']],
    ['起草中 2', ['draft', 'checking']],
  ]);
  expect(
    idsOf(false)
      .flatMap(([, ids]) => ids)
      .sort(),
  ).toEqual([...NOTICE_STATES].sort());
});

it('says of proposals which wait, which were declined, taken back or taken up', () => {
  expect(idsOf(true).map(([title]) => title)).toEqual(['等您看 1', '没采纳 1', '已收回 1', '已采纳 8']);
});

it('keeps what units are late with apart from what waits for the reader', () => {
  const issued = { ...ROWS[0]!, state: 'issued' as const, tickets: { ...NO_PROGRESS, asked: 1, overdue: 1 } };
  const [mine, late] = [
    { ...issued, isYours: true },
    { ...issued, isYours: false },
  ];
  expect(groupsOf([mine, late], false)).toEqual([
    { title: '等您办的 1', rows: [mine] },
    { title: '有单位超期 1', rows: [late] },
  ]);
});
