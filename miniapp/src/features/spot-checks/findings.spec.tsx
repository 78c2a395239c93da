import type { FindingListView, FindingView } from '@jiannuo/shared/spot-checks';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { correctClock } from '../../platform/clock';
import { progressWords } from './finding-words';
import { FindingsScreen } from './findings-screen';

const FOUND: FindingView = {
  id: 'f1',
  verdict: 'undone',
  text: '<i>公示栏</i>是空的。',
  files: [],
  byName: '样例',
  byUnit: '市专班牵头单位',
  at: '2022-05-26T02:00:00.000Z',
  withdrawal: null,
};
const WITHDRAWN: FindingView = {
  ...FOUND,
  id: 'f0',
  text: '看错的地方。',
  withdrawal: { reason: '看错了。', byName: '样例', at: '2022-05-26T01:00:00.000Z' },
};
const LIST: FindingListView = {
  period: '2022-05',
  serverNow: '2022-05-26T03:00:00.000Z',
  state: 'drawn',
  actions: ['record-finding', 'withdraw-finding'],
  isPublished: false,
  units: [
    {
      unitId: 'n6',
      unitName: '逊克县',
      measures: [
        {
          measureId: 'm1',
          rowId: 'row1',
          number: 1,
          title: '公开承诺',
          state: 'done',
          work: '上墙了。',
          finding: null,
          withdrawn: [],
        },
        {
          measureId: 'm2',
          rowId: 'row2',
          number: 2,
          title: '清理旧账',
          state: 'done',
          work: '',
          finding: FOUND,
          withdrawn: [WITHDRAWN],
        },
      ],
    },
  ],
};

let list: FindingListView;
let onWrite: Answer;

beforeEach(() => {
  inBrowser();
  window.innerWidth = 375;
  correctClock('2022-05-26T03:00:00.000Z');
  list = LIST;
  onWrite = { body: { id: 'f2' } };
  answerWith(({ method }) => (method === 'POST' ? onWrite : { body: list }));
});

async function press(words: string, index = 0): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(words)[index]!);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}
const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};
const written = () => sentCalls().filter(({ method }) => method === 'POST');

describe('what a spot check found (annex 2, three (3))', () => {
  it('counts what was checked and what was undone', () => {
    expect(progressWords(LIST.units[0]!)).toBe('2条查了1条，1条没完成');
    expect(progressWords({ measures: [] })).toBe('0条查了0条');
  });

  it('is recorded no more once the month is published, and the way to a correction is shown (Q16)', async () => {
    list = { ...LIST, isPublished: true };
    drawn(<FindingsScreen about={null} isLead />);
    await screen.findByText('1. 公开承诺');
    expect(screen.queryByText('记结果')).toBeNull();
    expect(screen.getByText(/这个月已经通报/)).toBeTruthy();
    expect(screen.getByText('去更正')).toBeTruthy();
  });

  it('is the month that the server names where none is asked for, as in January', async () => {
    correctClock('2023-01-09T03:00:00.000Z');
    list = { ...LIST, period: '2022-12' };
    drawn(<FindingsScreen about={null} isLead />);
    expect(await screen.findByText('12月抽查结果')).toBeTruthy();
    expect(sentCalls().map(({ path }) => path)).toEqual([expect.stringMatching(/\/findings$/)]);
  });

  it('begins with what an inspection found at that unit, and at no other', async () => {
    const facts = '暗访督导发现：两个窗口没有公示承诺。';
    drawn(<FindingsScreen about={null} unitId="n6" isLead facts={facts} />);
    await screen.findByText('1. 公开承诺');
    await press('记结果');
    await press('查到没完成');
    await press('记下');
    expect(written()[0]!.body).toMatchObject({ unitId: 'n6', text: facts });
    cleanup();
    drawn(<FindingsScreen about={null} unitId="n7" isLead facts={facts} />);
    expect(await screen.findByText('这个月没有抽中这家，不能在抽查里减分')).toBeTruthy();
    expect(screen.queryByText('记结果')).toBeNull();
  });

  it('is recorded with what was seen, and only with that', async () => {
    drawn(<FindingsScreen about={null} isLead />);
    await screen.findByText('1. 公开承诺');
    await press('记结果');
    await press('记下');
    expect(screen.getByText('还没选查到什么。')).toBeTruthy();
    expect(screen.getByText('请写明看到了什么，这个县看得到。')).toBeTruthy();
    expect(written()).toEqual([]);
    await press('查到没完成');
    type('看到的情况，这个县看得到', '没有上墙。');
    await press('记下');
    expect(written()[0]!.body).toEqual({
      period: '2022-05',
      unitId: 'n6',
      measureId: 'm1',
      verdict: 'undone',
      text: '没有上墙。',
      attachmentIds: [],
    });
  });

  it('keeps what was typed when the network fails, the program closes, or another was faster', async () => {
    drawn(<FindingsScreen about={null} isLead />);
    await screen.findByText('1. 公开承诺');
    await press('记结果');
    await press('查到已完成');
    type('看到的情况，这个县看得到', '都在墙上。');
    onWrite = {
      status: 409,
      body: {
        code: 'spot-checks.already-found',
        requestId: '',
        sentence: '这条措施已经记过结果。要改请先撤销，再重记。',
      },
    };
    await press('记下');
    expect(screen.getByText(/^这条措施已经记过结果/)).toBeTruthy();
    cleanup();
    drawn(<FindingsScreen about={null} isLead />);
    await screen.findByText('1. 公开承诺');
    await press('记结果');
    expect(screen.getByDisplayValue('都在墙上。')).toBeTruthy();
  });

  it('is withdrawn with a reason, and what was withdrawn stays to be read', async () => {
    drawn(<FindingsScreen about={null} isLead />);
    expect(await screen.findByText('<i>公示栏</i>是空的。')).toBeTruthy();
    expect(screen.getByText('查到没完成（已撤销）')).toBeTruthy();
    await press('撤销');
    type('理由，这个县看得到', '走错了地方。');
    await press('撤销', 1);
    expect(written()[0]).toMatchObject({ body: { reason: '走错了地方。' } });
    expect(written()[0]!.path).toMatch(/\/findings\/f1\/withdraw$/);
  });

  it('is only read by the county, and says so when it was not drawn', async () => {
    list = { ...LIST, actions: [] };
    drawn(<FindingsScreen about="2022-05/2" isLead={false} />);
    expect(await screen.findByText('没查')).toBeTruthy();
    expect(screen.queryByText('记结果')).toBeNull();
    expect(screen.queryByText('撤销')).toBeNull();
    cleanup();
    list = { ...LIST, actions: [], units: [] };
    drawn(<FindingsScreen about={null} isLead={false} />);
    expect(await screen.findByText('这个月没抽到您单位')).toBeTruthy();
    cleanup();
    list = { ...LIST, state: 'announced', actions: [], units: [] };
    drawn(<FindingsScreen about={null} isLead={false} />);
    expect(await screen.findByText('这个月还没摇号')).toBeTruthy();
  });
});
