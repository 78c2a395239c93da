import type { EntryNote, ReceiptView } from '@jiannuo/shared/reporting';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { settle } from '../../../test/render';
import { correctClock } from '../../platform/clock';
import type { HandIn } from '../../ui/report/hand-in';
import { CorrectScreen } from './correct-screen';

const OBJECTION: EntryNote = {
  kind: 'objection',
  text: '20日21:48就发了邮件',
  from: null,
  to: null,
  by: '市司法局 联络员',
  at: '2022-05-23T01:05:00.000Z',
};
const RECEIPT: ReceiptView = {
  reportId: 'r1',
  unitName: '市司法局',
  period: '2022-05',
  title: '月报',
  receivedAt: '2022-05-20T16:30:00.000Z',
  registeredAt: '2022-05-21T01:05:00.000Z',
  channel: 'email',
  receiptNumber: 'YB-202205-0012',
  version: 1,
  contentHash: '',
  firstAt: '2022-05-20T16:30:00.000Z',
  isOnTime: false,
  dueAt: '2022-05-20T16:00:00.000Z',
  dueReason: null,
  withdrawUntil: null,
  entry: {
    version: 1,
    channel: 'email',
    receivedAt: '2022-05-20T16:30:00.000Z',
    registeredAt: '2022-05-21T01:05:00.000Z',
    by: '市专班牵头单位 值班账号',
    basis: '邮箱收信时间',
    until: '2022-05-25T16:00:00.000Z',
    mayObject: false,
    mayCorrect: true,
    notes: [OBJECTION],
  },
  nextReminder: null,
  nextObligation: null,
};

const REPORT: HandIn = { kind: 'monthly-report', id: 'r1' };

let onCorrect: Answer;

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-23T02:00:00.000Z');
  onCorrect = { body: { reportId: 'r1' } };
});

async function open(receipt: ReceiptView = RECEIPT, handIn: HandIn = REPORT): Promise<void> {
  answerWith(({ path }) => (path.endsWith('/correct-time') ? onCorrect : { body: receipt }));
  drawn(<CorrectScreen handIn={handIn} />);
  await screen.findByText('核对收到时间');
  await settle();
}
const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};
async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words));
    await Promise.resolve();
  });
}
const corrections = () => sentCalls().filter(({ path }) => path.endsWith('/correct-time'));

it('shows what the unit said, says how the right time counts, and sends it with the reason', async () => {
  await open();
  expect(await screen.findByText('20日21:48就发了邮件')).toBeTruthy();
  type('真实收到的日期', '2022-05-20');
  type('时间', '21:48');
  type('理由', '邮箱里另有一封');
  expect(screen.getByText('算按时')).toBeTruthy();
  await press('改收到时间');
  expect(corrections()).toMatchObject([
    {
      path: '/api/reports/r1/correct-time',
      body: { receivedAt: '2022-05-20T13:48:00.000Z', reason: '邮箱里另有一封' },
    },
  ]);
});

it('puts right also the time of a self-assessment, and says what comes of it for the score', async () => {
  await open({ ...RECEIPT, reportId: '', title: '自查评分' }, { kind: 'self-assessment', id: 'o2' });
  expect(screen.getByText(/复核过的重新算分/)).toBeTruthy();
  await press('不改');
  type('理由', '服务器记录如此');
  await press('不改，答复单位');
  expect(corrections()).toMatchObject([{ path: '/api/entered-assessments/o2/correct-time' }]);
});

it('answers the unit without changing the time', async () => {
  await open();
  await press('不改');
  type('理由', '服务器记录如此');
  await press('不改，答复单位');
  expect(corrections()).toMatchObject([{ body: { receivedAt: RECEIPT.receivedAt, reason: '服务器记录如此' } }]);
});

it('sends nothing without a reason, and says so', async () => {
  await open();
  await press('不改');
  await press('不改，答复单位');
  expect(screen.getByText('请写理由，单位看得到。')).toBeTruthy();
  expect(corrections()).toEqual([]);
});

it('offers no answer where nobody objected, and refuses the time that stands already', async () => {
  await open({ ...RECEIPT, entry: { ...RECEIPT.entry!, notes: [] } });
  expect(screen.queryByText('不改')).toBeNull();
  type('真实收到的日期', '2022-05-21');
  type('时间', '00:30');
  type('理由', '再看一遍');
  await press('改收到时间');
  expect(screen.getByText('收到时间没有变。要改请选别的时间。')).toBeTruthy();
  expect(corrections()).toEqual([]);
});

it('keeps what was typed when the network fails, also after the program was closed', async () => {
  await open();
  onCorrect = 'offline';
  await press('不改');
  type('理由', '服务器记录如此');
  await press('不改，答复单位');
  await screen.findByText(/填的都在/);
  cleanup();
  await open();
  expect(screen.getByLabelText<HTMLInputElement>('理由').value).toBe('服务器记录如此');
  expect(screen.getByText('不改，答复单位')).toBeTruthy();
});

it('has nothing to correct where the unit handed in itself', async () => {
  await open({ ...RECEIPT, channel: 'app', entry: null });
  expect(await screen.findByText('这份不是代录的')).toBeTruthy();
});
