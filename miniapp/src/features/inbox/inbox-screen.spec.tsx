import { act, fireEvent, screen } from '@testing-library/react';
import type { ClaimView, InboxView, NoticeView } from '@jiannuo/shared/notifications';
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
  asker: null,
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
  isDone: false,
  isMissed: false,
  target: { kind: 'obligation', id: 'o1' },
};

function claimOf({ id, title, dueAt }: ObligationView): ClaimView {
  return { targets: [{ kind: 'obligation', id }], title: `5月${title}`, about: '', dueAt };
}

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
      : { toDo: [NOTICE], toKnow: [], claims: isOpen ? [claimOf(owed)] : [], ...lists },
  }));
  draw(<InboxScreen />);
  await settle();
}

describe('要我办', () => {
  it('opens the report for a report, with how long there is still', async () => {
    await drawInbox(OWED);
    expect(screen.getByText('还剩3天')).toBeTruthy();
    expect(screen.getByText('要我办 1')).toBeTruthy();
    fireEvent.click(screen.getByText('5月月报'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?obligation=o1']);
  });

  it('says of a ticket by when, what it is about, its number and what there is to do, and counts it though it was read', async () => {
    const targets = [{ kind: 'ticket', id: 't1' }] as const;
    const about = '督办单〔2022〕3号　办理中';
    const claim = { targets, title: '赋码进度滞后', about, dueAt: '2022-05-25T10:00:00.000Z' };
    await drawInbox(OWED, { toDo: [], claims: [claimOf(OWED), claim] });
    expect(screen.getByText('要我办 2')).toBeTruthy();
    expect(screen.getByText('5月25日 周三 18:00前')).toBeTruthy();
    expect(screen.getByText('督办单〔2022〕3号')).toBeTruthy();
    fireEvent.click(screen.getByText('赋码进度滞后'));
    expect(fakeTaro.state.visited).toEqual(['/pages/supervision/ticket/index?id=t1']);
  });

  it('opens the self-assessment that is owed, not the report', async () => {
    await drawInbox({ ...OWED, kind: 'self-assessment', title: '自查评分' });
    fireEvent.click(screen.getByText('5月自查评分'));
    expect(fakeTaro.state.visited).toEqual(['/pages/assessment/sheet/index?obligation=o1']);
  });

  it('lets go of what was handed in', async () => {
    await drawInbox({ ...OWED, metAt: '2022-05-17T01:30:00.000Z', standing: 'on-time', reportId: 'r1' });
    expect(screen.getByText('没有要您办的')).toBeTruthy();
    fireEvent.click(screen.getByText('给我看'));
    fireEvent.click(screen.getByText('有一件要办'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?id=r1']);
  });
});

describe('给我看', () => {
  it('is what opens first when nothing is asked and something there is unread', async () => {
    await drawInbox(OWED, {
      toDo: [],
      toKnow: [{ ...NOTICE, title: '已免报', openedAt: null, isUnread: true }],
      claims: [],
    });
    expect(screen.getByText('已免报')).toBeTruthy();
    expect(screen.getByText('给我看 1')).toBeTruthy();
  });

  it('has no dot and no count for a reminder of what was handed in without opening it', async () => {
    await drawInbox(OWED, { toDo: [], toKnow: [{ ...NOTICE, openedAt: null, isDone: true }], claims: [] });
    fireEvent.click(screen.getByText('给我看'));
    expect(screen.getByText('有一件要办')).toBeTruthy();
    expect(screen.queryByLabelText('还没看')).toBeNull();
  });
});

it('给我看 says of what never came that it is closed, never that it is done', async () => {
  const missed = { ...NOTICE, openedAt: null, isMissed: true };
  await drawInbox(OWED, { toDo: [], toKnow: [missed], claims: [] });
  fireEvent.click(screen.getByText('给我看'));
  expect(screen.getByText(/没交，已关闭$/)).toBeTruthy();
  expect(screen.queryByText(/已办/)).toBeNull();
});

describe('收件 while it is open', () => {
  const NEWS: NoticeView = { ...NOTICE, id: 'n2', title: '刚退回的', target: { kind: 'none', id: '' } };

  afterEach(() => {
    jest.useRealTimers();
  });

  function nowAnswer(toDo: readonly NoticeView[]): void {
    answerWith(({ path }) => ({
      body: path.endsWith('/mine')
        ? { serverNow: '2022-05-17T02:00:00.000Z', open: [OWED], done: [], next: null }
        : { toDo, toKnow: [], claims: [] },
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
