import type { BoardView } from '@jiannuo/shared/obligations';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { drawn, inBrowser } from '../../../test/drawn';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { EnterForScreen } from './enter-for-screen';

const DUE = '2022-05-20T16:00:00.000Z';
const SUMS = { expected: 1, handedIn: 0, notHandedIn: 1, waived: 0, onTime: 0, late: 0, returned: 0 };
const CELL = {
  standing: 'owed',
  isReturned: false,
  isClosed: false,
  dueChange: null,
  metAt: null,
  channel: null,
  waiveReason: null,
  reportId: null,
  lastReminder: null,
} as const;

function aBoard(period: string, obligationId: string): BoardView {
  return {
    period,
    serverNow: '2022-05-21T01:05:00.000Z',
    previousPeriod: period === '2022-05' ? '2022-04' : null,
    nextPeriod: null,
    columns: [
      { kind: 'monthly-report', title: '月报', dueAt: DUE, movedReason: null, sums: SUMS, chatSentence: '' },
      {
        kind: 'self-assessment',
        title: '自查评分',
        dueAt: '2022-05-23T16:00:00.000Z',
        movedReason: null,
        sums: SUMS,
        chatSentence: '',
      },
    ],
    rows: [
      {
        unitId: 'u1',
        unitName: '市司法局',
        unitKind: 'department',
        cells: [
          { ...CELL, obligationId, dueAt: DUE },
          { ...CELL, obligationId: `${obligationId}-s`, dueAt: '2022-05-23T16:00:00.000Z' },
        ],
      },
    ],
  };
}

const RECEIPT = {
  reportId: '',
  unitName: '市司法局',
  period: '2022-05',
  title: '月报',
  receivedAt: '2022-05-20T13:48:00.000Z',
  registeredAt: '2022-05-21T01:05:00.000Z',
  channel: 'email',
  receiptNumber: 'YB-202205-0012',
  version: 1,
  isOnTime: true,
  dueAt: DUE,
  entry: {
    by: '市专班牵头单位 值班账号',
    basis: '邮箱服务器收信时间',
    until: '2022-05-25T16:00:00.000Z',
    mayObject: false,
    mayCorrect: true,
    notes: [],
  },
};

let onEnter: Answer = 'offline';

beforeEach(() => {
  inBrowser();
  correctClock('2022-05-21T01:05:00.000Z');
  onEnter = 'offline';
  answerWith(({ path }) => {
    if (path.endsWith('/enter-for')) return onEnter;
    return { body: aBoard(path.slice(-7), path.endsWith('2022-05') ? 'o5' : 'o4') };
  });
});

const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(words));
    await Promise.resolve();
  });
}

async function fill(): Promise<void> {
  await press('邮件');
  type('真实收到的日期', '2022-05-20');
  type('时间', '21:48');
  type('凭什么定这个时间', '邮箱服务器收信时间');
}

it('says on the button how the true time counts, and sends that time', async () => {
  drawn(<EnterForScreen obligationId="o5" period={null} />);
  await screen.findByText('5月月报');
  await fill();
  expect(screen.getByText('早2小时12分钟')).toBeTruthy();
  onEnter = { body: RECEIPT };
  await press('录入，算按时');
  await screen.findByText('市司法局5月月报已录，按时');
  expect(screen.getByText(/5月25日 周三 24:00前可以提不同。$/)).toBeTruthy();
  expect(sentCalls().find(({ path }) => path.endsWith('/enter-for'))!.body).toEqual({
    obligationId: 'o5',
    channel: 'email',
    receivedAt: '2022-05-20T13:48:00.000Z',
    basis: '邮箱服务器收信时间',
    content: null,
    attachmentIds: [],
  });
});

it('turns the button to 算迟报 when it came after the due time', async () => {
  drawn(<EnterForScreen obligationId="o5" period={null} />);
  await screen.findByText('5月月报');
  await fill();
  type('真实收到的日期', '2022-05-21');
  type('时间', '08:00');
  expect(screen.getByText('录入，算迟报')).toBeTruthy();
});

it('keeps what was typed when the network fails, also after the program was closed', async () => {
  drawn(<EnterForScreen obligationId="o5" period={null} />);
  await screen.findByText('5月月报');
  await fill();
  await press('录入，算按时');
  await screen.findByText(/填的都在/);
  cleanup();
  drawn(<EnterForScreen obligationId="o5" period={null} />);
  expect(await screen.findByText('录入，算按时')).toBeTruthy();
});

it('sends nothing while something is missing, and names what', async () => {
  drawn(<EnterForScreen obligationId="o5" period={null} />);
  await screen.findByText('5月月报');
  await press('录入');
  expect(screen.getByText('请选是怎么来的。')).toBeTruthy();
  expect(screen.getByText('请填真实收到的日期和时间。')).toBeTruthy();
  expect(sentCalls().some(({ path }) => path.endsWith('/enter-for'))).toBe(false);
});

it('finds what it was opened for in an earlier month', async () => {
  drawn(<EnterForScreen obligationId="o4" period={null} />);
  expect(await screen.findByText('4月月报')).toBeTruthy();
});

it('enters a self-assessment by its own due time', async () => {
  drawn(<EnterForScreen obligationId="o5-s" period={null} />);
  await screen.findByText('5月自查评分');
  await fill();
  expect(screen.getByText('早3天2小时')).toBeTruthy();
  type('工作完成情况，分', '40');
  type('报送信息，分', '3');
  type('原件总分，分', '43');
  expect(screen.getByText('各项加起来43.00分。原件没写的一项按0分记。')).toBeTruthy();
  onEnter = { body: { ...RECEIPT, title: '自查评分' } };
  await press('录入，算按时');
  await screen.findByText('去复核');
  expect(sentCalls().find(({ path }) => path.endsWith('/enter-for'))!.body).toMatchObject({
    obligationId: 'o5-s',
    content: { scores: { completion: '40', information: '3' }, total: '43' },
  });
});
