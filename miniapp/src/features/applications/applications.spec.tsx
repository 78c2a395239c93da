import type { ApplicationListView, ApplicationMonthView, ApplicationView } from '@jiannuo/shared/applications';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, keptOnDevice, sentCalls, type Answer } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { fakeTaro } from '../../../test/taro';
import { correctClock } from '../../platform/clock';
import { ApplicationScreen, ApplicationsScreen } from './applications-screen';
import { MonthsScreen } from './months-screen';
import { WriteScreen } from './write-screen';

type Who = Parameters<typeof ApplicationsScreen>[0]['who'];
const COUNTY = { role: 'liaison', unit: { name: '逊克县专班' } } as Who;
const LEAD = { role: 'lead-officer', unit: { name: '市专班牵头单位' } } as Who;

const ONE: ApplicationView = {
  id: 'a1',
  unitId: 'n6',
  unitName: '逊克县',
  category: 'adjustment',
  kind: 'local-innovation',
  kindTitle: '地方首创的创新性举措',
  credit: 'once',
  title: '<b>信用进村</b>“一张清单”',
  state: 'submitted',
  submittedAt: '2022-05-09T08:10:00.000Z',
  fromPeriod: null,
  creditedPeriods: [],
  endedFrom: null,
  reason: '',
  isOverlapping: true,
  year: 2022,
  text: `村屯办事信用清单上墙。${'很长的说明。'.repeat(300)}`,
  article: '附件2 二（一）3（3）',
  basis: { title: '信用进村实施方案', number: '', issuer: '逊克县专班', date: '2022-05-07' },
  evidence: [{ id: 'e1', title: '照片', kind: 'photo', attachmentId: null }],
  attachments: [],
  actions: ['approve', 'refuse'],
  isTold: false,
  endMonths: [],
  history: [{ kind: 'submitted', at: '2022-05-09T08:10:00.000Z', by: '样例', reason: '', period: null }],
  overlaps: [{ id: 'a2', title: '信用进村', kindTitle: '省厅复制推广', state: 'approved' }],
  earlier: null,
  later: null,
};
const LIST: ApplicationListView = {
  year: 2022,
  rows: [ONE],
  kinds: [
    { category: 'adjustment', kind: 'added-task', title: '增加工作任务', article: '附件2', credit: 'each-month' },
    { category: 'innovation', kind: '2', title: '省厅复制推广', article: '附件2', credit: 'year' },
  ],
  months: ['2022-04', '2022-05', '2022-06'],
  mayApply: true,
};
const MONTHS: ApplicationMonthView = {
  period: '2022-05',
  periods: ['2022-04', '2022-05'],
  rows: [
    { id: 'a3', unitId: 'n3', unitName: '北安市', title: '试点', kindTitle: '增加工作任务', verdict: null, reason: '' },
  ],
};

let one: ApplicationView;
let onWrite: Answer;
const REFUSED: Answer = {
  status: 409,
  body: { code: 'applications.not-possible-approved', requestId: '', sentence: '这一项已经认定，办不了这一步。' },
};

beforeEach(() => {
  inBrowser();
  window.innerWidth = 375;
  correctClock('2022-05-18T05:50:00.000Z');
  one = ONE;
  onWrite = { body: { id: 'a1', state: 'approved' } };
  answerWith(({ method, path }) => {
    if (method === 'POST') return onWrite;
    if (path.includes('application-months')) return { body: MONTHS };
    return { body: path.endsWith('/api/applications') ? LIST : one };
  });
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

describe('deciding', () => {
  it('shows hostile text as text, the document, and that the same thing is applied for elsewhere (Q23)', async () => {
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    expect(await screen.findByText('<b>信用进村</b>“一张清单”')).toBeTruthy();
    expect(screen.getByText(/《信用进村实施方案》/)).toBeTruthy();
    expect(screen.getByText('同一件事还报了另一类')).toBeTruthy();
  });

  it('approves with or without a word, and says how it counts', async () => {
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('看过就定');
    await press('认定');
    expect(screen.getByText('记分：认定的那个月记一次。')).toBeTruthy();
    await press('认定');
    expect(written()[0]!.body).toEqual({ decision: 'approve', reason: '' });
  });

  it('refuses only with a reason', async () => {
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('看过就定');
    await press('不予认定');
    await press('不予认定', 1);
    expect(screen.getByText('请写明理由，这家单位看得到。')).toBeTruthy();
    expect(written()).toEqual([]);
    type('理由，单位看得到', '没有上级文件。');
    await press('不予认定', 1);
    expect(written()[0]!.body).toEqual({ decision: 'refuse', reason: '没有上级文件。' });
  });

  it('keeps what was typed when another officer was faster', async () => {
    onWrite = REFUSED;
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('看过就定');
    await press('不予认定');
    type('理由，单位看得到', '没有上级文件。');
    await press('不予认定', 1);
    expect(screen.getByText('这一项已经认定，办不了这一步。')).toBeTruthy();
    expect(screen.getByDisplayValue('没有上级文件。')).toBeTruthy();
  });

  it('says what is left once everything that it counted in was told to all', async () => {
    one = { ...ONE, state: 'approved', actions: [], isTold: true };
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    expect(await screen.findByText('要改请办更正')).toBeTruthy();
    expect(screen.queryByText('撤销认定')).toBeNull();
  });

  it('offers nothing about an application of one’s own unit', async () => {
    one = { ...ONE, actions: [] };
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('办理经过');
    expect(screen.queryByText('看过就定')).toBeNull();
  });
});

describe('letting one stop to count', () => {
  const RUNNING: ApplicationView = { ...ONE, state: 'approved', credit: 'each-month', fromPeriod: '2022-04' };

  beforeEach(() => {
    one = { ...RUNNING, actions: ['end'], endMonths: ['2022-06', '2022-07'] };
  });

  it('names the months that are free, and sends the one chosen with the reason', async () => {
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('停止记分');
    await press('停止记分');
    await press('7月');
    await press('停止记分', 2);
    expect(screen.getByText('请写明理由，这家单位看得到。')).toBeTruthy();
    expect(written()).toEqual([]);
    type('理由，单位看得到', '上级任务取消了。');
    await press('停止记分', 2);
    expect(written()[0]).toMatchObject({ body: { fromPeriod: '2022-07', reason: '上级任务取消了。' } });
  });

  it('begins with the first month that is not told to all', async () => {
    drawn(<ApplicationScreen who={LEAD} id="a1" />);
    await screen.findByText('停止记分');
    await press('停止记分');
    type('理由，单位看得到', '上级任务取消了。');
    await press('停止记分', 2);
    expect(written()[0]!.body).toEqual({ fromPeriod: '2022-06', reason: '上级任务取消了。' });
  });
});

describe('confirming months (Q15)', () => {
  it('says at one tap that it was carried out', async () => {
    drawn(<MonthsScreen />);
    expect(await screen.findByText('还有1项没确认')).toBeTruthy();
    await press('落实了');
    expect(written()[0]!.body).toEqual({ period: '2022-05', verdict: 'carried-out', reason: '' });
  });

  it('asks why it was not', async () => {
    drawn(<MonthsScreen />);
    await screen.findByText('还有1项没确认');
    await press('没落实');
    await press('记为没落实');
    expect(written()).toEqual([]);
    type('理由，单位看得到', '没有开工。');
    await press('记为没落实');
    expect(written()[0]!.body).toEqual({ period: '2022-05', verdict: 'not-carried-out', reason: '没有开工。' });
  });
});

describe('applying', () => {
  async function write(): Promise<void> {
    drawn(<WriteScreen draftId="d1" againId={null} />);
    await screen.findByText('报哪一类');
    await press('增加工作任务');
    type('名称', '“信用+养老”试点');
    type('内容', '3家养老机构先行。');
    type('文件名称', '关于开展试点的通知');
    type('发文单位', '省级有关部门');
    type('发文日期', '2022-04-20');
  }

  it('hands in once under one key, though the first answer was lost and the program closed', async () => {
    await write();
    onWrite = 'offline';
    await press('报给市专班');
    expect(screen.getByText(/写的都在。$/)).toBeTruthy();
    expect(keptOnDevice()).toContain('3家养老机构先行');
    cleanup();
    onWrite = { body: { id: 'a9', state: 'submitted' } };
    drawn(<WriteScreen draftId="d1" againId={null} />);
    await screen.findByText('报哪一类');
    await press('报给市专班');
    expect(written()).toHaveLength(2);
    expect(written()[1]!.key).toBe(written()[0]!.key);
    expect(written()[1]!.body).toEqual({
      year: 2022,
      category: 'adjustment',
      kind: 'added-task',
      title: '“信用+养老”试点',
      text: '3家养老机构先行。',
      basis: { title: '关于开展试点的通知', number: '', issuer: '省级有关部门', date: '2022-04-20' },
      evidence: [],
      fromPeriod: '2022-05',
      earlierId: null,
    });
    expect(keptOnDevice()).not.toContain('3家养老机构先行');
    expect(fakeTaro.state.visited.at(-1)).toContain('/pages/applications/index');
  });

  it('says at the fields what is missing, and sends nothing', async () => {
    drawn(<WriteScreen draftId="d2" againId={null} />);
    await screen.findByText('报哪一类');
    await press('报给市专班');
    expect(screen.getByText('请先选申报哪一类。')).toBeTruthy();
    expect(screen.getByText('还没写内容。')).toBeTruthy();
    expect(written()).toEqual([]);
  });

  it('carries over what was refused, and names it', async () => {
    one = { ...ONE, state: 'refused', actions: ['apply-again'] };
    drawn(<WriteScreen draftId={null} againId="a1" />);
    expect(await screen.findByDisplayValue('<b>信用进村</b>“一张清单”')).toBeTruthy();
  });

  it('lists what is being written before what was handed in', async () => {
    await write();
    cleanup();
    drawn(<ApplicationsScreen who={COUNTY} />);
    expect(await screen.findByText('没交，存着')).toBeTruthy();
    expect(screen.getByText('“信用+养老”试点')).toBeTruthy();
    expect(screen.getByText('申报1项，认定0项')).toBeTruthy();
  });
});
