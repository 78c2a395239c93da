import type { FeedbackRow, FeedbackView } from '@jiannuo/shared/feedback';
import type { MeView, Role } from '@jiannuo/shared/people';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { chooseFontScale } from '../../platform/device/display';
import { FeedbackScreen } from './feedback-screen';

const WROTE: FeedbackView = {
  id: 'f1',
  kind: 'complaint',
  state: 'received',
  opening: '要了两遍',
  unitName: '逊克县',
  personName: '联络员甲',
  writtenAt: '2022-05-12T01:00:00.000Z',
  changedAt: '2022-05-12T01:00:00.000Z',
  contact: '',
  isOwn: false,
  messages: [
    {
      id: 'm1',
      party: 'writer',
      action: 'write',
      text: '要了两遍',
      byUnit: '逊克县',
      byName: '联络员甲',
      at: '2022-05-12T01:00:00.000Z',
    },
  ],
  actions: ['reply'],
};
let rows: readonly FeedbackRow[] = [WROTE];

let written: Answer = 'offline';
let entry: FeedbackView = WROTE;

beforeEach(() => {
  written = 'offline';
  entry = WROTE;
  rows = [WROTE];
  answerWith(({ method, path }) => {
    if (method === 'POST') return written;
    return { body: /feedback(\/all)?$/.test(path) ? { rows } : entry };
  });
});

async function open(role: Role, opened: string | null): Promise<void> {
  draw(<FeedbackScreen me={{ current: { role } } as unknown as MeView} opened={opened} />);
  await settle();
}

async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words));
    await Promise.resolve();
  });
  await settle();
}

const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

describe('投诉建议', () => {
  it('says what is missing at its field, and sends nothing', async () => {
    await open('liaison', 'new');
    await press('交给牵头单位');
    expect(screen.getByText('还没写内容，请写上再交。')).toBeTruthy();
    expect(sentCalls()).toEqual([]);
  });

  it('keeps what was written when the network fails, and sends it as the same wish', async () => {
    await open('liaison', 'new');
    fireEvent.click(screen.getByText('求助'));
    type('写给牵头单位', '登不上电脑');
    await press('交给牵头单位');
    expect(screen.getByText(/写的都在。/)).toBeTruthy();
    written = { status: 201, body: { feedbackId: 'f2', state: 'received' } };
    await press('交给牵头单位');
    const [first, second] = sentCalls().filter(({ method }) => method === 'POST');
    expect(first!.body).toEqual({ kind: 'help', text: '登不上电脑', contact: '' });
    expect(second!.key).toBe(first!.key);
    expect(fakeTaro.state.visited).toEqual(['/pages/feedback/entry/index?id=f2']);
    cleanup();
    await open('liaison', 'new');
    expect(screen.getByLabelText<HTMLTextAreaElement>('写给牵头单位').value).toBe('');
  });

  it('offers the lead unit to answer, and to close only what is answered', async () => {
    await open('lead-officer', 'f1');
    expect(screen.queryByText('办结')).toBeNull();
    type('回复', '不用再交了');
    written = { body: { feedbackId: 'f1', state: 'replied' } };
    entry = { ...WROTE, state: 'replied', actions: ['reply', 'close'] };
    const buttons = screen.getAllByText('回复');
    await act(async () => {
      fireEvent.click(buttons[buttons.length - 1]!);
      await Promise.resolve();
    });
    await settle();
    expect(sentCalls().filter(({ method }) => method === 'POST')).toMatchObject([
      { path: expect.stringContaining('/api/feedback/f1/reply'), body: { text: '不用再交了' } },
    ]);
    expect(screen.getByText('办结')).toBeTruthy();
  });

  it('offers its writer nothing more once it is closed', async () => {
    entry = { ...WROTE, isOwn: true, state: 'closed', actions: [] };
    await open('liaison', 'f1');
    expect(screen.getByText('这件已经办结。有新的事请另写一件。')).toBeTruthy();
    expect(screen.queryByText('补上')).toBeNull();
  });

  it('opens an entry from the list', async () => {
    await open('liaison', null);
    await press('要了两遍');
    expect(fakeTaro.state.visited).toEqual(['/pages/feedback/entry/index?id=f1']);
  });

  it('keeps on a desk the entry open that was just answered, although another waits longest now', async () => {
    inBrowser();
    // Measures the window anew, which is wide in a browser here.
    chooseFontScale(1);
    await open('lead-officer', null);
    await settle();
    type('回复', '不用再交了');
    written = { body: { feedbackId: 'f1', state: 'replied' } };
    rows = [{ ...WROTE, id: 'f2', opening: '另一件' }, WROTE];
    fireEvent.click(screen.getAllByText('回复').at(-1)!);
    await settle();
    expect(screen.getByText('另一件')).toBeTruthy();
    expect(sentCalls().filter(({ path }) => path.endsWith('/api/feedback/f2'))).toEqual([]);
  });
});
