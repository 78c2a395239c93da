import type { QuartersView, QuarterView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { watchDisplay } from '../../platform/device/display';
import { QuarterScreen } from './quarter-screen';

const MONTHS = ['2022-04', '2022-05', '2022-06'] as const;

function quarterOf(part: Partial<QuarterView> = {}): QuarterView {
  const scores = ['36.40', '36.05', '37.10'];
  const months = MONTHS.map((period, index) => ({ period, score: scores[index]!, number: 1, isCorrected: false }));
  const rows = [{ unitId: 'u1', unitName: '爱辉区', months, mean: '36.52' }];
  return { quarter: 2, periods: [...MONTHS], rows, toCome: [], told: null, mayTell: true, ...part };
}

function show(width: number, quarter: QuarterView): void {
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  const years = { year: 2022, previousYear: null, nextYear: null };
  const frame = { ...years, serverNow: '2022-07-08T02:00:00.000Z', currentPeriod: '2022-07' };
  const third: QuarterView = { ...quarterOf(), quarter: 3, periods: ['2022-07', '2022-08', '2022-09'], rows: [] };
  const view: QuartersView = { ...frame, currentPeriod: '2022-06', quarters: [quarter, third] };
  answerWith(({ path }) => (path.includes('/tell') ? { body: { number: 1 } } : { body: view }));
  draw(<QuarterScreen />);
}

beforeAll(() => {
  inBrowser();
  watchDisplay();
});
afterEach(cleanup);

describe('the counties’ quarter for the lead unit (art. 12)', () => {
  it.each([375, 1280])('shows each month and the mean, and is told once somebody says so (%i wide)', async (width) => {
    show(width, quarterOf());
    await settle();
    expect(screen.getByText('36.52')).toBeTruthy();
    expect(screen.getAllByText('已通报')).toHaveLength(3);
    fireEvent.click(screen.getByText('通报二季度成绩'));
    fireEvent.click(screen.getByText('通报'));
    await settle();
    const told = sentCalls().find(({ path }) => path.includes('/tell'));
    expect(told?.body).toEqual({ year: 2022, quarter: 2, number: 0 });
  });

  it('says which month is still to come, and offers nothing before', async () => {
    show(375, quarterOf({ toCome: ['2022-06'], mayTell: false }));
    await settle();
    expect(screen.getByText('还差6月')).toBeTruthy();
    expect(screen.queryByText('通报二季度成绩')).toBeNull();
    expect(screen.queryByText('导出数据表')).toBeNull();
  });

  it('hands out its data once it was told, and is told again only after a correction', async () => {
    const { rows } = quarterOf();
    const told = { number: 1, rows, byUnit: '牵头单位', byName: '经办人甲', at: '2022-07-08T01:20:00.000Z' };
    show(375, quarterOf({ told, mayTell: false }));
    await settle();
    expect(screen.getByText('导出数据表')).toBeTruthy();
    expect(screen.queryByText('再通报一次')).toBeNull();
    cleanup();
    show(375, quarterOf({ told, mayTell: true }));
    await settle();
    expect(screen.getByText('之后有更正')).toBeTruthy();
    expect(screen.getByText('再通报一次')).toBeTruthy();
  });
});
