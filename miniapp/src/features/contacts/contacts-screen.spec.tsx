import type { CoverageView } from '@jiannuo/shared/coordination';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { drawn } from '../../../test/drawn';
import { ContactsScreen } from './contacts-screen';

const NOW = '2022-05-20T04:00:00.000Z';
const CONTACTED = { standing: 'contacted', count: 1, lastOn: '2022-04-26' } as const;
const GAP = { standing: 'gap', count: 0, lastOn: null } as const;
const OPEN = { standing: 'open', count: 0, lastOn: null } as const;

const VIEW: CoverageView = {
  year: 2022,
  serverNow: NOW,
  periods: ['2022-04', '2022-05'],
  currentPeriod: '2022-05',
  rows: [
    {
      unitId: 'u1',
      unitName: '爱辉区',
      unitKind: 'county',
      cells: [CONTACTED, { ...CONTACTED, lastOn: '2022-05-16' }],
    },
    { unitId: 'u2', unitName: '逊克县', unitKind: 'county', cells: [CONTACTED, OPEN] },
    { unitId: 'u3', unitName: '市司法局', unitKind: 'department', cells: [GAP, OPEN] },
  ],
};

let onRecord: Answer = 'offline';

beforeEach(() => {
  correctClock(NOW);
  onRecord = 'offline';
  answerWith(({ method, path }) => {
    if (method === 'POST') return onRecord;
    if (path.endsWith('/coverage')) return { body: VIEW };
    return { body: { rows: [], gaps: [] } };
  });
});
afterEach(cleanup);

async function open(): Promise<void> {
  drawn(<ContactsScreen />);
  await screen.findByText('5月还有2家没联系');
}

async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(element);
    await Promise.resolve();
  });
}

const type = (label: string, value: string) => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

const written = () => sentCalls().filter(({ method }) => method === 'POST');

describe('the lead unit’s month of contacts (art. 4)', () => {
  it('puts the units first with whom nobody has talked yet, and says when it was last', async () => {
    await open();
    const names = screen.getAllByText(/^(爱辉区|逊克县|市司法局)$/).map(({ textContent }) => textContent);
    expect(names).toEqual(['逊克县', '市司法局', '爱辉区']);
    expect(screen.getByText('最近一次是4月26日 周二')).toBeTruthy();
    expect(screen.getByText('今年还没联系过')).toBeTruthy();
    expect(screen.getByText('联系过1家，共3家')).toBeTruthy();
  });

  it('turns to the month before and speaks of it as over', async () => {
    await open();
    await press(screen.getByLabelText('上个月，4月'));
    expect(screen.getByText('4月有1家没联系')).toBeTruthy();
    expect(screen.queryByLabelText(/^上个月/)).toBeNull();
  });

  it('says what is missing at its place, and sends nothing', async () => {
    await open();
    await press(screen.getByLabelText(/^逊克县，/));
    await press(screen.getByText('记下这次联络'));
    expect(screen.getByText(/^请选怎么联络的/)).toBeTruthy();
    expect(screen.getByText('请写谈了什么事，一句话就行。')).toBeTruthy();
    expect(written()).toEqual([]);
  });

  it('keeps what was typed without a network, shows the unit as begun, and sends the same wish again', async () => {
    await open();
    await press(screen.getByLabelText(/^逊克县，/));
    await press(screen.getByText('电话'));
    type('谈了什么事', '赋码进度');
    await press(screen.getByText('记下这次联络'));
    expect(await screen.findByText(/写的都在。$/)).toBeTruthy();
    await press(screen.getByLabelText('关上'));
    expect(screen.getByText('写了一半，点开接着写')).toBeTruthy();
    await press(screen.getByLabelText(/^逊克县，/));
    expect(screen.getByDisplayValue('赋码进度')).toBeTruthy();
    onRecord = { body: { contactIds: ['c1'] } };
    await press(screen.getByText('记下这次联络'));
    await screen.findByText('记下了');
    const body = { unitIds: ['u2'], contactedOn: '2022-05-20', channel: 'phone', subject: '赋码进度', result: '' };
    expect(written().map((call) => call.body)).toEqual([body, body]);
    expect(screen.queryByText('写了一半，点开接着写')).toBeNull();
  });

  it('sends a wish that had no answer under the same key', async () => {
    await open();
    await press(screen.getByLabelText(/^逊克县，/));
    await press(screen.getByText('走访'));
    type('谈了什么事', '看公示屏');
    await press(screen.getByText('记下这次联络'));
    await screen.findByText(/写的都在。$/);
    await press(screen.getByText('记下这次联络'));
    const [first, second] = written();
    expect(second?.key).toBe(first?.key);
  });

  it('notes a meeting once for everybody who was there', async () => {
    onRecord = { body: { contactIds: ['c1', 'c2'] } };
    await open();
    await press(screen.getByText('一次记多家'));
    await press(screen.getByText('会议'));
    type('谈了什么事', '5月调度会商会议');
    await press(screen.getByText('记下这次联络'));
    expect(screen.getByText('请选联络了哪家单位。')).toBeTruthy();
    await press(screen.getByText('选上没联系的2家'));
    await press(screen.getByText('记下这2家'));
    await screen.findByText('记下了，2家');
    expect(written().map(({ body }) => (body as { unitIds: string[] }).unitIds)).toEqual([['u2', 'u3']]);
  });

  it('asks for the day of a month that is over instead of taking today', async () => {
    onRecord = { body: { contactIds: ['c1'] } };
    await open();
    await press(screen.getByLabelText('上个月，4月'));
    await press(screen.getByLabelText(/^市司法局，/));
    await press(screen.getByText('其他'));
    type('谈了什么事', '补记');
    await press(screen.getByText('记下这次联络'));
    expect(screen.getByText('没认出联络日期，请重新选。')).toBeTruthy();
    expect(written()).toEqual([]);
  });
});
