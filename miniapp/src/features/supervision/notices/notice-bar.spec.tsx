import type { NoticeView } from '@jiannuo/shared/supervision';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { answerWith } from '../../../../test/answers';
import { drawn, inBrowser } from '../../../../test/drawn';
import { NoticeBar } from './notice-bar';

const noticeIn = (state: NoticeView['state'], actions: NoticeView['actions']): NoticeView =>
  ({
    id: 'n1',
    kind: 'order',
    state,
    version: 3,
    number: '督办单〔2022〕33号',
    title: '赋码进度滞后',
    actions,
    lastLook: null,
    restedOn: ['问题线索〔2022〕1号'],
    tickets: { all: 2, waiting: 0, overdue: 0, over: 0 },
  }) as unknown as NoticeView;

async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(words).at(-1)!);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

beforeEach(inBrowser);

describe('the steps on a notice', () => {
  it('lead the writer to none while a colleague has to check it', () => {
    drawn(<NoticeBar notice={noticeIn('checking', ['send-back', 'discard'])} />);
    expect(screen.queryByText('退回起草')).toBeNull();
    expect(screen.getByText('更多')).toBeTruthy();
  });

  it('offer the only one that is left as it is', () => {
    drawn(<NoticeBar notice={noticeIn('checking', ['discard'])} />);
    expect(screen.queryByText('更多')).toBeNull();
    expect(screen.getByText('不发了')).toBeTruthy();
  });

  it('lead to 摘牌 once everybody is done, unless something it stands on is in question', () => {
    drawn(<NoticeBar notice={noticeIn('issued', ['correct', 'void', 'delist'])} />);
    expect(screen.getByText('摘牌')).toBeTruthy();
    cleanup();
    drawn(<NoticeBar notice={noticeIn('issued', ['correct', 'keep', 'void', 'delist'])} />);
    expect(screen.queryByText('摘牌')).toBeNull();
  });

  it('lead back to the draft when its time has come too near to be issued', async () => {
    const body = { code: 'supervision.due-too-soon', requestId: '', sentence: '时限太紧。' };
    answerWith(() => ({ status: 422, body }));
    drawn(<NoticeBar notice={noticeIn('checked', ['issue', 'send-back'])} />);
    await press('签发');
    await press('签发');
    expect(screen.getAllByText('时限太紧。')).toHaveLength(1);
    await press('退回起草，改时限');
    expect(screen.getByLabelText('哪里要改')).toBeTruthy();
  });

  it('say what became of it when the answer to 签发 was lost, or a colleague was faster', async () => {
    answerWith(() => 'offline');
    const store = new QueryClient();
    const bar = (notice: NoticeView) => (
      <QueryClientProvider client={store}>
        <NoticeBar notice={notice} />
      </QueryClientProvider>
    );
    const { rerender } = render(bar(noticeIn('checked', ['issue', 'send-back'])));
    await press('签发');
    await press('签发');
    rerender(bar(noticeIn('issued', ['correct', 'void'])));
    expect(screen.getByText('已签发')).toBeTruthy();
    expect(screen.getByText('督办单〔2022〕33号')).toBeTruthy();
    expect(screen.queryByText('签发')).toBeNull();
  });

  it('lead first to whoever follows a reader that left his post', () => {
    drawn(<NoticeBar notice={noticeIn('issued', ['correct', 'void', 'succeed', 'keep'])} />);
    expect(screen.getByText('换知悉人')).toBeTruthy();
    expect(screen.queryByText('维持')).toBeNull();
  });

  it('say what declaring void brings about before it is done', async () => {
    drawn(<NoticeBar notice={noticeIn('issued', ['correct', 'void'])} />);
    await press('更多');
    await press('作废');
    expect(screen.getByText('各家的单子都撤回，并告诉他们。文号保留，作废不能反悔。')).toBeTruthy();
    expect(screen.getByText('问题线索〔2022〕1号以这一份为依据，作废后要重新定，也会告诉收到的人。')).toBeTruthy();
  });

  it('say before 摘牌 which notices under it are not done, since it ends none of them', async () => {
    const below = (number: string, state: string) => ({ id: number, number, deliveries: [{ state }] });
    const chain = [below('工作提示单〔2022〕1号', 'to-sign'), below('督办单〔2022〕6号', 'finished')];
    const listing = { ...noticeIn('issued', ['delist', 'void']), chain: chain as unknown as NoticeView['chain'] };
    drawn(<NoticeBar notice={listing} />);
    await press('更多');
    await press('摘牌');
    expect(screen.getByText(/^工作提示单〔2022〕1号还没办结，摘牌不会一并了结/)).toBeTruthy();
  });
});
