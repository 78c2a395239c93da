import type { NoticeView } from '@jiannuo/shared/notifications';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { watchDisplay } from '../../platform/device/display';
import { NoticeScreen } from './notice-screen';

function notice(id: string, title: string, openedAt: string | null): NoticeView {
  const target = { kind: 'none', id: '' } as const;
  const at = '2022-05-17T00:30:00.000Z';
  const rest = { isUnread: false, isDone: false, isMissed: false, target };
  return { id, kind: 'due-soon', title, body: `${title}的内容`, from: '市专班', at, openedAt, ...rest };
}

async function drawAt(width: number): Promise<void> {
  inBrowser();
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  const toKnow = [notice('n1', '会议纪要', '2022-05-17T01:00:00.000Z'), notice('n2', '情况通报', null)];
  answerWith(({ path }) => ({
    body: path.endsWith('/mine')
      ? { serverNow: '2022-05-17T02:00:00.000Z', open: [], done: [], next: null }
      : { unopened: 1, toDo: [notice('n3', '要办的', null)], toKnow },
  }));
  draw(<NoticeScreen noticeId="n1" />);
  await settle();
}

describe('a notice that is open', () => {
  beforeAll(() => {
    inBrowser();
    watchDisplay();
  });
  afterEach(cleanup);

  const opened = () => sentCalls().filter(({ method }) => method === 'POST');

  it('stands alone on a phone', async () => {
    await drawAt(375);
    expect(screen.getByText('会议纪要的内容')).toBeTruthy();
    expect(screen.queryByText('情况通报')).toBeNull();
  });

  it('has the others of its list beside it on wide windows, and each is received when it is opened, not before', async () => {
    await drawAt(1280);
    expect(screen.queryByText('要办的')).toBeNull();
    expect(opened()).toEqual([]);
    fireEvent.click(screen.getByText('情况通报'));
    await settle();
    expect(screen.getByText('情况通报的内容')).toBeTruthy();
    expect(screen.queryByText('会议纪要的内容')).toBeNull();
    expect(opened().map(({ path }) => path)).toEqual([expect.stringContaining('n2')]);
  });
});
