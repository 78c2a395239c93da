import { act, fireEvent, screen } from '@testing-library/react';
import type { InboxView, NoticeView } from '@jiannuo/shared/notifications';
import type { ObligationView } from '@jiannuo/shared/obligations';
import { answerWith } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { InboxScreen } from './inbox-screen';

const OWED: ObligationView = {
  id: 'o1',
  kind: 'monthly-report',
  title: '月报',
  period: '2022-05',
  article: '',
  dueAt: '2022-05-20T16:00:00.000Z',
  originalDueAt: '2022-05-20T16:00:00.000Z',
  closesAt: null,
  metAt: null,
  channel: null,
  standing: 'owed',
  waiveReason: null,
  dueChange: null,
  reportId: null,
  reportState: null,
  progress: null,
  draftSavedAt: null,
};

const NOTICE: NoticeView = {
  id: 'n1',
  kind: 'due-soon',
  title: '有一件要办',
  body: '还没收到。',
  from: '市专班',
  at: '2022-05-17T00:30:00.000Z',
  openedAt: '2022-05-17T01:00:00.000Z',
  isUnread: false,
  target: { kind: 'obligation', id: 'o1' },
};

async function drawInbox(owed: ObligationView, lists: Partial<InboxView> = {}) {
  const isOpen = owed.metAt === null;
  answerWith(({ path }) => ({
    body: path.endsWith('/mine')
      ? {
          serverNow: '2022-05-17T02:00:00.000Z',
          open: isOpen ? [owed] : [],
          done: isOpen ? [] : [owed],
          next: null,
        }
      : { unopened: 0, toDo: [NOTICE], toKnow: [], ...lists },
  }));
  draw(<InboxScreen />);
  await settle();
}

describe('要我办', () => {
  it('opens the report for a report, with how long there is still', async () => {
    await drawInbox(OWED);
    expect(screen.getByText('还剩3天')).toBeTruthy();
    fireEvent.click(screen.getByText('有一件要办'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?obligation=o1']);
  });

  it('opens the self-assessment that is owed, not the report', async () => {
    await drawInbox({ ...OWED, kind: 'self-assessment', title: '自查评分' });
    fireEvent.click(screen.getByText('有一件要办'));
    expect(fakeTaro.state.visited).toEqual(['/pages/assessment/sheet/index?obligation=o1']);
  });

  it('lets go of what was handed in', async () => {
    await drawInbox({ ...OWED, metAt: '2022-05-17T01:30:00.000Z', standing: 'on-time', reportId: 'r1' });
    expect(screen.queryByText('有一件要办')).toBeNull();
    fireEvent.click(screen.getByText('给我看'));
    fireEvent.click(screen.getByText('有一件要办'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?id=r1']);
  });
});

describe('给我看', () => {
  it('is what opens first when nothing is asked and something there is unread', async () => {
    await drawInbox(OWED, { toDo: [], toKnow: [{ ...NOTICE, title: '已免报', openedAt: null, isUnread: true }] });
    expect(screen.getByText('已免报')).toBeTruthy();
    expect(screen.getByText('给我看 1')).toBeTruthy();
  });

  it('has no dot and no count for a reminder of what was handed in without opening it', async () => {
    await drawInbox(OWED, { toDo: [], toKnow: [{ ...NOTICE, openedAt: null }] });
    fireEvent.click(screen.getByText('给我看'));
    expect(screen.getByText('有一件要办')).toBeTruthy();
    expect(screen.queryByLabelText('还没看')).toBeNull();
  });
});

describe('收件 while it is open', () => {
  const NEWS: NoticeView = { ...NOTICE, id: 'n2', title: '刚退回的' };

  afterEach(() => {
    jest.useRealTimers();
  });

  function nowAnswer(toDo: readonly NoticeView[]): void {
    answerWith(({ path }) => ({
      body: path.endsWith('/mine')
        ? { serverNow: '2022-05-17T02:00:00.000Z', open: [OWED], done: [], next: null }
        : { unopened: 0, toDo, toKnow: [] },
    }));
  }

  it('shows within a minute what has arrived', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout'] });
    await drawInbox(OWED);
    nowAnswer([NEWS, NOTICE]);
    act(() => {
      jest.advanceTimersByTime(60_000);
    });
    await settle();
    expect(screen.getByText('刚退回的')).toBeTruthy();
  });

  it('shows at once what has arrived when one comes back to it', async () => {
    await drawInbox(OWED);
    nowAnswer([NEWS, NOTICE]);
    act(() => {
      fakeTaro.showPage();
    });
    await settle();
    expect(screen.getByText('刚退回的')).toBeTruthy();
  });
});
