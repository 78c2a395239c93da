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
}));

function idsOf(isProposalsOnly: boolean) {
  return groupsOf(ROWS, isProposalsOnly).map(({ title, rows }) => [title, rows.map(({ id }) => id)]);
}

it('puts what the ladder proposed before what is under way, and everything once', () => {
  expect(idsOf(false).slice(0, 2)).toEqual([
    ['督导建议，等您看 1', ['proposed']],
    ['等您办的 3', ['draft', 'checking', 'checked']],
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

it('counts an issued notice that waits for a review among what is to be done', () => {
  const issued = { ...ROWS[0]!, state: 'issued' as const, tickets: { ...NO_PROGRESS, asked: 1, waiting: 1 } };
  expect(groupsOf([issued], false)).toEqual([{ title: '等您办的 1', rows: [issued] }]);
});
