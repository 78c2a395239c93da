import type { WorkUpdateView } from '@jiannuo/shared/information';
import { act, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { correctClock } from '../../platform/clock';
import { UpdateScreen } from './updates-screen';

const WHO = { role: 'lead-officer', unit: { name: '市专班牵头单位' } } as Parameters<typeof UpdateScreen>[0]['who'];
const UPDATE: WorkUpdateView = {
  id: 'u1',
  unitId: 'n6',
  unitName: '逊克县',
  state: 'received',
  version: 2,
  title: '<b>乡镇集中赋码</b>',
  characters: 20,
  evidence: 0,
  sentAt: '2022-05-17T01:00:00.000Z',
  isUnread: true,
  marks: [],
  bulletin: null,
  text: '当天赋码212户。',
  evidenceList: [],
  attachments: [],
  actions: ['not-choose', 'choose', 'mark-high-quality', 'record-adoption'],
  byName: '样例',
  criteria: '写清做法、数据和成效。',
  history: [],
};

let shown: WorkUpdateView = UPDATE;
let onMark: Answer = 'offline';

beforeEach(() => {
  inBrowser();
  window.innerWidth = 375;
  correctClock('2022-05-18T05:50:00.000Z');
  shown = UPDATE;
  onMark = { body: { id: 'u1', state: 'high-quality', version: 2 } };
  answerWith(({ path }) => {
    if (path.includes('/marks')) return onMark;
    return path.endsWith('/open') ? { body: { openedAt: null } } : { body: shown };
  });
});

async function press(words: string, index = 0): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(words)[index]!);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

const marksSent = () => sentCalls().filter(({ path }) => path.includes('/marks'));

it('tells the server that it was opened, and shows hostile text as text', async () => {
  drawn(<UpdateScreen who={WHO} updateId="u1" />);
  expect(await screen.findByText('<b>乡镇集中赋码</b>')).toBeTruthy();
  expect(sentCalls().filter(({ path }) => path.endsWith('/api/work-updates/u1/open'))).toHaveLength(1);
});

it('asks for a reason beside the criteria, and marks the version that was read', async () => {
  drawn(<UpdateScreen who={WHO} updateId="u1" />);
  await screen.findByText('当天赋码212户。');
  await press('高质量');
  expect(screen.getByText('标准：写清做法、数据和成效。')).toBeTruthy();
  await press('评为高质量', 1);
  expect(screen.getByText('请写明理由，这家单位看得到。')).toBeTruthy();
  expect(marksSent()).toEqual([]);
  fireEvent.input(screen.getByLabelText('理由，单位看得到'), { target: { value: '有数据，可学。' } });
  await press('评为高质量', 1);
  expect(marksSent()[0]!.body).toEqual({ kind: 'high-quality', version: 2, reason: '有数据，可学。' });
});

it('keeps the sheet and its words when another officer was faster', async () => {
  onMark = {
    status: 409,
    body: { code: 'information.already-marked', requestId: '', sentence: '刚有人办过这一步，请看过再办。' },
  };
  drawn(<UpdateScreen who={WHO} updateId="u1" />);
  await screen.findByText('当天赋码212户。');
  await press('不选用');
  fireEvent.input(screen.getByLabelText('理由，单位看得到'), { target: { value: '没有数据。' } });
  await press('不选用', 1);
  expect(screen.getByText('刚有人办过这一步，请看过再办。')).toBeTruthy();
  expect(screen.getByDisplayValue('没有数据。')).toBeTruthy();
});

it('records who adopted, and on which day it was confirmed', async () => {
  drawn(<UpdateScreen who={WHO} updateId="u1" />);
  await screen.findByText('当天赋码212户。');
  await press('登记采用');
  await press('推荐报送省级专班');
  await press('登记采用', 2);
  expect(marksSent()[0]!.body).toMatchObject({
    kind: 'adopted',
    adopter: 'provincial-group',
    confirmedOn: '2022-05-18',
  });
});

it('withdraws a mark with a reason, and shows what was withdrawn', async () => {
  const mark = {
    id: 'm1',
    kind: 'not-chosen',
    adopter: null,
    reason: '没有数据。',
    confirmedOn: null,
    creditedPeriod: null,
    byUnit: '市专班牵头单位',
    at: '2022-05-18T01:00:00.000Z',
    withdrawal: null,
  } as const;
  shown = { ...UPDATE, state: 'not-chosen', actions: ['withdraw-mark'], marks: [mark], history: [mark] };
  drawn(<UpdateScreen who={WHO} updateId="u1" />);
  await screen.findByText('没有数据。');
  await press('撤销');
  fireEvent.input(screen.getByLabelText('理由，单位看得到'), { target: { value: '看错了。' } });
  await press('撤销', 1);
  expect(sentCalls().find(({ path }) => path.endsWith('/marks/m1/withdraw'))!.body).toEqual({ reason: '看错了。' });
});
