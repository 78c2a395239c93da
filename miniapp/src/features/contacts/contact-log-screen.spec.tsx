import type { ContactLogView, ContactView } from '@jiannuo/shared/coordination';
import type { MeView, Permission } from '@jiannuo/shared/people';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
import { answerWith, sentCalls } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { ContactLogScreen } from './contact-log-screen';

const NOW = '2022-05-20T04:00:00.000Z';
const CONTACT: ContactView = {
  id: 'c1',
  unitId: 'u1',
  source: 'entry',
  contactedOn: '2022-04-18',
  channel: 'visit',
  subject: '看公示屏',
  result: '月底前补3份合同',
  byName: '经办人甲',
  recordedAt: '2022-04-19T01:00:00.000Z',
  struck: null,
};
const LOG: ContactLogView = {
  unitId: 'u1',
  unitName: '逊克县',
  year: 2022,
  serverNow: NOW,
  periods: ['2022-04', '2022-05', '2022-06'],
  cells: [
    { standing: 'contacted', count: 2, lastOn: '2022-04-20' },
    { standing: 'open', count: 0, lastOn: null },
    { standing: 'ahead', count: 0, lastOn: null },
  ],
  contacts: [
    { ...CONTACT, id: 'c2', source: 'call-list', contactedOn: '2022-04-20', channel: 'phone', subject: '4月月报' },
    CONTACT,
    {
      ...CONTACT,
      id: 'c3',
      subject: '记错的一条',
      struck: { at: '2022-04-19T02:00:00.000Z', byName: '经办人甲', reason: '记错了单位' },
    },
  ],
};

beforeEach(() => {
  inBrowser();
  correctClock(NOW);
  answerWith(({ method, path }) => {
    if (method === 'POST') return { body: { contactId: 'c1' } };
    return { body: path.includes('/contacts/') ? LOG : { rows: [], gaps: [] } };
  });
});
afterEach(cleanup);

async function openAs(permissions: readonly Permission[]): Promise<void> {
  drawn(<ContactLogScreen unitId="u1" me={{ permissions } as MeView} />);
  await screen.findByText('看公示屏');
}

async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(element);
    await Promise.resolve();
  });
}

describe('a unit’s log of contacts (art. 4)', () => {
  it('tells each contact, where it comes from, and the month that still lacks one', async () => {
    await openAs(['contact.read']);
    expect(screen.getByText('这个月还没联系')).toBeTruthy();
    expect(screen.getByText('4月 2次')).toBeTruthy();
    expect(screen.queryByText('6月')).toBeNull();
    expect(screen.getByText('来自电话名单，经办人甲打的')).toBeTruthy();
    expect(screen.getByText('划掉了，不算：记错了单位')).toBeTruthy();
  });

  it('is only read by the unit: nothing to fill in, nothing to strike', async () => {
    await openAs(['contact.read']);
    expect(screen.queryByText('划掉')).toBeNull();
    expect(screen.queryByText('记一次联络')).toBeNull();
    expect(screen.getByText(/由牵头单位记，您不用填。$/)).toBeTruthy();
  });

  it('lets the lead unit strike its own lines, with a reason; calls and struck lines stay', async () => {
    await openAs(['contact.read', 'contact.manage']);
    expect(screen.getAllByText('划掉')).toHaveLength(1);
    await press(screen.getByText('划掉'));
    const strike = screen.getAllByText('划掉这条').at(-1)!;
    await press(strike);
    expect(screen.getByText('请写为什么划掉，对方单位也看得到。')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('为什么划掉'), { target: { value: '记重了' } });
    await press(strike);
    await screen.findByText('划掉了');
    const [sent] = sentCalls().filter(({ method }) => method === 'POST');
    expect(sent).toMatchObject({ path: '/api/contacts/c1/strike', body: { reason: '记重了' } });
  });
});
