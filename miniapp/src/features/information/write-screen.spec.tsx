import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, keptOnDevice, sentCalls, type Answer } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { fakeTaro } from '../../../test/taro';
import { correctClock } from '../../platform/clock';
import { UpdatesScreen } from './updates-screen';
import { WriteScreen } from './write-screen';

const WHO = { role: 'liaison', unit: { name: '逊克县专班' } } as Parameters<typeof UpdatesScreen>[0]['who'];
const LIST = { period: '2022-05', rows: [], criteria: '写清做法、数据和成效。', points: null, others: [] };

let onSend: Answer = 'offline';

beforeEach(() => {
  inBrowser();
  window.innerWidth = 375;
  correctClock('2022-05-18T05:50:00.000Z');
  onSend = 'offline';
  answerWith(({ method }) => (method === 'POST' ? onSend : { body: LIST }));
});

const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words));
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

function write(): void {
  drawn(<WriteScreen draftId="d1" updateId={null} isPicking={false} />);
  type('标题', '税务大厅亮码试点见效');
  type('正文', '一周引导196人次，42户当场补码。');
}

it('keeps every keystroke on the device, and the list shows it as 没交，存着', async () => {
  write();
  expect(screen.getByText('13:50 已存在手机，没报之前只有您看得到')).toBeTruthy();
  cleanup();
  drawn(<UpdatesScreen who={WHO} period={null} openId={null} />);
  expect(await screen.findByText('没交，存着')).toBeTruthy();
  expect(screen.getByText('税务大厅亮码试点见效')).toBeTruthy();
  expect(screen.getByText('正文18字')).toBeTruthy();
});

it('loses nothing when the network fails, and sends the same wish again under the same key', async () => {
  write();
  await press('报给市专班');
  expect(screen.getByText(/写的都在。$/)).toBeTruthy();
  expect(keptOnDevice()).toContain('42户当场补码');
  onSend = { body: { id: 'u1', state: 'received', version: 1 } };
  await press('报给市专班');
  const sent = sentCalls().filter(({ method }) => method === 'POST');
  expect(sent).toHaveLength(2);
  expect(sent[0]!.key).toBe(sent[1]!.key);
  expect(sent[1]!.body).toEqual({
    title: '税务大厅亮码试点见效',
    text: '一周引导196人次，42户当场补码。',
    evidence: [],
  });
  expect(keptOnDevice()).not.toContain('42户当场补码');
  expect(fakeTaro.state.visited.at(-1)).toContain('/pages/information/updates/index');
});

it('sends again under the same key after the program was closed, so that it arrives once', async () => {
  write();
  await press('报给市专班');
  cleanup();
  drawn(<WriteScreen draftId="d1" updateId={null} isPicking={false} />);
  await press('报给市专班');
  type('标题', '改过的标题');
  await press('报给市专班');
  const keys = sentCalls()
    .filter(({ method }) => method === 'POST')
    .map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('says at the field what is missing, and sends nothing', async () => {
  drawn(<WriteScreen draftId="d1" updateId={null} isPicking={false} />);
  type('标题', '只有标题');
  await press('报给市专班');
  expect(screen.getByText('还没写正文。')).toBeTruthy();
  expect(sentCalls().filter(({ method }) => method === 'POST')).toEqual([]);
});

it('says when the device has no room left', () => {
  drawn(<WriteScreen draftId="d1" updateId={null} isPicking={false} />);
  fakeTaro.state.isFull = true;
  type('标题', '存不下了');
  expect(screen.getByText('手机存满了，请先报出去再退出')).toBeTruthy();
});
