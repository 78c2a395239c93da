import { OBLIGATION_KINDS, type ObligationKind } from '@jiannuo/shared/obligations';
import { mergedOrders, type Reminder } from './reminder.orders';

const NOW = '2022-05-23T00:30:00.000Z';

/** What the inbox says of something of that kind that was due on Friday. */
function bodyOf(
  kind: ObligationKind,
  change: Partial<Pick<Reminder, 'audience' | 'askedDueAt'>> = {},
): string | undefined {
  const obligation = {
    id: 'o1',
    groupId: 'g1',
    unitId: 'u1',
    unitName: '逊克县',
    kind,
    title: null,
    period: '2022-05',
    article: '第七条',
    createdAt: '2022-05-01T00:00:00.000Z',
    dueAt: '2022-05-20T16:00:00.000Z',
    closesAt: null,
    recordId: 'r1',
  };
  const reminder = {
    obligation,
    contact: null,
    audience: 'liaison',
    slot: 's',
    title: '某项',
    staleAt: null,
    ...change,
  } as const;
  return mergedOrders([reminder], { now: NOW, sender: '市专班牵头单位', isPersonal: true })[0]?.notices[0]?.body;
}

describe('a reminder of what is overdue', () => {
  it('speaks of 迟报 only where lateness counts (R41): reports, self-assessments, material', () => {
    const late = OBLIGATION_KINDS.filter((kind) => bodyOf(kind)?.includes('迟报'));
    expect(late).toEqual(['monthly-report', 'self-assessment', 'material']);
    expect(bodyOf('ticket-answer')).toBe('已经超期，请尽快反馈。用邮件、纸质交也一样。');
  });

  it('tells the leader what is lacking in the word of its kind', () => {
    const leader = { audience: 'leader' } as const;
    expect(bodyOf('ticket-sign', leader)).toMatch(/到现在没有签收。请您过问一下。$/);
    expect(bodyOf('ticket-answer', leader)).toMatch(/到现在没有反馈。请您过问一下。$/);
    expect(bodyOf('monthly-report', leader)).toMatch(/到现在没有收到。请您过问一下。$/);
  });

  it('says to both that a request for more time waits for the lead unit, and calls nobody idle', () => {
    const askedDueAt = '2022-05-31T10:00:00.000Z';
    const waits = '申请延到5月31日 周二 18:00前，牵头单位还没答复。';
    expect(bodyOf('ticket-answer', { askedDueAt })).toBe(waits);
    expect(bodyOf('ticket-answer', { audience: 'leader', askedDueAt })).toBe(
      `截止时间是5月20日 周五 24:00前，${waits}`,
    );
  });
});
