import type { CoverageView } from '@jiannuo/shared/coordination';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { ContactsScreen } from './contacts-screen';

const CONTACTED = { standing: 'contacted', count: 1, lastOn: '2022-04-26' } as const;
const GAP = { standing: 'gap', count: 0, lastOn: null } as const;
const OPEN = { standing: 'open', count: 0, lastOn: null } as const;

const VIEW: CoverageView = {
  year: 2022,
  serverNow: '2022-05-20T04:00:00.000Z',
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

beforeEach(() => {
  inBrowser();
  answerWith(({ path }) => {
    if (path.endsWith('/coverage')) return { body: VIEW };
    const [{ unitId, unitName, cells }] = VIEW.rows.slice(1) as [CoverageView['rows'][number]];
    if (path.includes('/contacts/')) return { body: { ...VIEW, unitId, unitName, cells, contacts: [] } };
    return { body: { rows: [], gaps: [] } };
  });
});
afterEach(cleanup);

async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    fireEvent.click(element);
    await Promise.resolve();
  });
}

describe('the lead unit’s year of contacts on a desk', () => {
  it('has a line a unit and a column a month, the sentence over it, and opens a unit beside it', async () => {
    drawn(<ContactsScreen />);
    await screen.findByText('5月还有2家没联系：逊克县、市司法局。');
    const lines = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/^市司法局.*4月没联系.*5月还没联系$/);
    await press(screen.getByRole('tab', { name: '5月没联系 2' }));
    expect(screen.getAllByRole('row')).toHaveLength(3);
    await press(screen.getByText('逊克县'));
    expect(screen.getByLabelText('关上逊克县')).toBeTruthy();
    await press(screen.getByText('记一次联络'));
    expect(screen.getByLabelText('谈了什么事')).toBeTruthy();
  });

  it('speaks of another month when its heading is pressed', async () => {
    drawn(<ContactsScreen />);
    await screen.findByText(/^5月还有2家没联系/);
    await press(screen.getByText('4月'));
    expect(screen.getByText('4月有1家没联系：市司法局。')).toBeTruthy();
  });
});
