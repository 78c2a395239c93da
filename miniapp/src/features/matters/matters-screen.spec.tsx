import type { MatterListView, MatterStartView, MatterView } from '@jiannuo/shared/coordination';
import type { MeView, Role } from '@jiannuo/shared/people';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { correctClock } from '../../platform/clock';
import { MattersScreen } from './matters-screen';
import { RaiseScreen } from './raise-screen';

const NOW = '2022-05-12T02:09:00.000Z';

const MATTER: MatterView = {
  id: 'm1',
  kind: 'cross-department',
  state: 'raised',
  isUrgent: true,
  title: '数据归集口径不一',
  unitName: '市司法局',
  raisedAt: '2022-05-12T02:02:00.000Z',
  answeredAt: null,
  doerName: null,
  dueAt: null,
  facts: '三家口径不同。',
  indicator: '',
  wish: '请定一个口径。',
  evidence: [],
  unitNames: ['逊克县'],
  reportId: null,
  reopenUntil: null,
  attachments: [],
  history: [],
  actions: ['take-up', 'say'],
};
const START: MatterStartView = { units: [{ id: 'u1', name: '逊克县' }], problem: null };

let matter = MATTER;
let start = START;
let written: Answer;

beforeEach(() => {
  correctClock(NOW);
  matter = MATTER;
  start = START;
  written = 'offline';
  answerWith(({ method, path }) => {
    if (method === 'POST') return written;
    if (path.includes('/matters/start')) return { body: start };
    const list: MatterListView = { rows: [matter, { ...matter, id: 'm2', unitName: '逊克县', state: 'closed' }] };
    return { body: path.endsWith('/matters') ? list : matter };
  });
});
afterEach(cleanup);

const as = (role: Role) => ({ role }) as unknown as MeView['current'];
const posted = () => sentCalls().filter(({ method }) => method === 'POST');

async function press(words: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getAllByText(words).at(-1)!);
    await Promise.resolve();
  });
  await settle();
}
const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

describe('协调事项', () => {
  it('lists what is open before what is closed, says how long an urgent one waits, and shows one unit’s alone', async () => {
    draw(<MattersScreen who={as('lead-officer')} matterId={null} />);
    await settle();
    expect(screen.getByText('正在办的 1件')).toBeTruthy();
    expect(screen.getAllByText('10:02提出，还没答复，已经7分钟')).toHaveLength(2);
    await press('全部单位');
    await press('逊克县');
    expect(screen.queryByText('正在办的 1件')).toBeNull();
    await press('数据归集口径不一');
    expect(fakeTaro.state.visited).toEqual(['/pages/coordination/matter/index?id=m2']);
  });

  it('offers what the server allows, and keeps the words of an answer that did not get through', async () => {
    draw(<MattersScreen who={as('lead-officer')} matterId="m1" />);
    await settle();
    await press('答复');
    await press('答复');
    expect(screen.getByText('还没写答复内容。')).toBeTruthy();
    expect(posted()).toEqual([]);
    type('答复内容', '马上问');
    await press('答复');
    expect(screen.getByLabelText<HTMLTextAreaElement>('答复内容').value).toBe('马上问');
    written = { body: { id: 'm1', state: 'raised' } };
    await press('答复');
    const [first, second] = posted();
    expect(second).toMatchObject({ body: { action: 'say', text: '马上问' }, key: first!.key });
  });

  it('offers nothing where nothing can be done, and tells until when one can say that it is not solved', async () => {
    matter = { ...MATTER, state: 'closed', actions: [], reopenUntil: '2022-05-19T16:00:00.000Z' };
    draw(<MattersScreen who={as('liaison')} matterId="m1" />);
    await settle();
    expect(screen.queryByText('没解决')).toBeNull();
    cleanup();
    matter = { ...matter, actions: ['reopen'] };
    draw(<MattersScreen who={as('liaison')} matterId="m1" />);
    await settle();
    expect(screen.getByText('没解决')).toBeTruthy();
    expect(screen.getByText('没解决的，5月19日 周四 24:00前可以说，专班接着办。')).toBeTruthy();
  });
});

describe('提一件事', () => {
  it('carries a problem of the report over, says what is missing, and sends it linked', async () => {
    const problem = { reportId: 'r1', lineId: 'p1', period: '2022-05', text: '口径不一。三家对不上。', matterId: null };
    start = { ...START, problem };
    draw(<RaiseScreen problem={problem} who={as('liaison')} />);
    await settle();
    await press('提给专班');
    expect(screen.getByText('还没写“请专班做什么”。')).toBeTruthy();
    expect(posted()).toEqual([]);
    type('请专班做什么', '定一个口径');
    await press('紧急');
    await press('逊克县');
    written = { body: { id: 'm9', state: 'raised' } };
    await press('提给专班');
    expect(posted()[0]?.body).toMatchObject({
      kind: 'cross-department',
      isUrgent: true,
      title: '口径不一',
      facts: '口径不一。三家对不上。',
      wish: '定一个口径',
      unitIds: ['u1'],
      problem: { reportId: 'r1', lineId: 'p1' },
    });
    expect(fakeTaro.state.visited).toEqual(['/pages/coordination/matter/index?id=m9']);
  });

  it('shows the matter that a problem has become already', async () => {
    const problem = { reportId: 'r1', lineId: 'p1', period: '2022-05', text: '口径不一。', matterId: 'm1' };
    start = { ...START, problem };
    draw(<RaiseScreen problem={problem} who={as('liaison')} />);
    await settle();
    await press('看这件事项');
    expect(fakeTaro.state.visited).toEqual(['/pages/coordination/matter/index?id=m1']);
  });
});
