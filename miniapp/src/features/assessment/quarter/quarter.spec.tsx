import type { QuartersView, QuarterView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../../test/answers';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { watchDisplay } from '../../../platform/device/display';
import { QuarterScreen } from './quarter-screen';

const TOLD = { body: { number: 1 } };
const MONTHS = ['2022-04', '2022-05', '2022-06'] as const;

function quarterOf(part: Partial<QuarterView> = {}): QuarterView {
  const scores = ['36.40', '36.05', '37.10'];
  const months = MONTHS.map((period, index) => ({ period, score: scores[index]!, number: 1, isCorrected: false }));
  const rows = [{ unitId: 'u1', unitName: '爱辉区', months, mean: '36.52' }];
  const sources = MONTHS.map((period) => ({ unitId: 'u1', period, assessmentId: `a${period}` }));
  const rest = { toCome: [], told: null, earlier: [], mayTell: true, sources };
  return { quarter: 2, periods: [...MONTHS], rows, ...rest, ...part };
}

function show(
  width: number,
  quarter: QuarterView,
  currentPeriod = '2022-06',
  answer: ReturnType<Parameters<typeof answerWith>[0]> = TOLD,
): void {
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  const years = { year: 2022, previousYear: null, nextYear: null };
  const frame = { ...years, serverNow: '2022-07-08T02:00:00.000Z', currentPeriod };
  const third: QuarterView = {
    ...quarterOf({ rows: [], mayTell: false }),
    quarter: 3,
    periods: ['2022-07', '2022-08', '2022-09'],
  };
  const view: QuartersView = { ...frame, quarters: [quarter, third] };
  answerWith(({ path }) => {
    if (path.includes('/api/assessments/')) return 'offline';
    return path.includes('/tell') ? answer : { body: view };
  });
  draw(<QuarterScreen asked={null} />);
}

beforeAll(() => {
  inBrowser();
  watchDisplay();
});
afterEach(cleanup);

describe('the counties’ quarter for the lead unit (art. 12)', () => {
  it('opens the quarter that its line to do is about', async () => {
    show(375, quarterOf(), '2022-09');
    await settle();
    cleanup();
    draw(<QuarterScreen asked={{ year: 2022, quarter: 3 }} />);
    await settle();
    expect(screen.getByText('这个季度还没有月份')).toBeTruthy();
    expect(screen.getByText('看二季度')).toBeTruthy();
  });

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
    expect(screen.getByText(/之后有更正/u)).toBeTruthy();
    expect(screen.getByText('再通报一次')).toBeTruthy();
  });

  it('opens the quarter that can be told, else the last with a score, before one that only runs', async () => {
    show(375, quarterOf(), '2022-07');
    await settle();
    expect(screen.getByText('通报二季度成绩')).toBeTruthy();
    cleanup();
    show(375, quarterOf({ mayTell: false }), '2022-07');
    await settle();
    expect(screen.getByText('36.52')).toBeTruthy();
    cleanup();
    show(375, quarterOf({ rows: [], mayTell: false }), '2022-07');
    await settle();
    expect(screen.getByText('这个季度还没有月份')).toBeTruthy();
  });

  it.each([375, 1280])('shows what was told, and beside it what was corrected since (%i wide)', async (width) => {
    const { rows } = quarterOf();
    const told = { number: 1, rows, byUnit: '牵头单位', byName: '经办人甲', at: '2022-07-08T01:20:00.000Z' };
    const [row] = rows;
    const [april, may, june] = row!.months;
    const corrected = { ...june!, score: '36.00', number: 2, isCorrected: true };
    const live = [{ ...row!, unitName: '新爱辉区', months: [april!, may!, corrected], mean: '36.15' }];
    show(width, quarterOf({ told, rows: live, mayTell: true }));
    await settle();
    expect(screen.getByText('爱辉区')).toBeTruthy();
    expect(screen.getByText(/37\.10/u)).toBeTruthy();
    expect(screen.getByText(/36\.52/u)).toBeTruthy();
    expect(screen.getByText(/更正为36\.00/u)).toBeTruthy();
    expect(screen.getByText(/更正为36\.15/u)).toBeTruthy();
    fireEvent.click(screen.getByText('再通报一次'));
    expect(screen.getByText(/有更正的1个县/u)).toBeTruthy();
  });

  it.each([375, 1280])('opens a number into the months that it is made from (%i wide)', async (width) => {
    show(width, quarterOf());
    await settle();
    fireEvent.click(width === 375 ? screen.getByText('爱辉区') : screen.getByLabelText('爱辉区季平均36.52分，看来由'));
    await settle();
    expect(screen.getByText(/除以3，季平均36\.52/u)).toBeTruthy();
    fireEvent.click(screen.getAllByText('4月').at(-1)!);
    await settle();
    expect(sentCalls().some(({ path }) => path.includes('/api/assessments/a2022-04'))).toBe(true);
  });

  it('draws the bars of a year on one scale, and says which is which month', async () => {
    show(1280, quarterOf());
    await settle();
    expect(screen.getByText('自上而下4月、5月、6月，满格50分')).toBeTruthy();
  });

  it('closes its question where somebody else has told the quarter meanwhile', async () => {
    const body = { code: 'assessment.quarter-behind', sentence: '另有人刚通报过这个季度。请刷新再看。', requestId: '' };
    show(375, quarterOf(), '2022-06', { status: 409, body });
    await settle();
    fireEvent.click(screen.getByText('通报二季度成绩'));
    fireEvent.click(screen.getByText('通报'));
    await settle();
    expect(screen.queryByText('通报二季度成绩？')).toBeNull();
  });

  it('hands out each telling under its own number', async () => {
    const { rows } = quarterOf();
    const told = { number: 2, rows, byUnit: '牵头单位', byName: '经办人甲', at: '2022-07-09T01:20:00.000Z' };
    const earlier = [{ number: 1, byName: '经办人甲', at: '2022-07-08T01:20:00.000Z' }];
    show(1280, quarterOf({ told, earlier, mayTell: false }));
    await settle();
    expect(screen.getByText('导出第2次通报的数据表')).toBeTruthy();
    expect(screen.getByText('第1次通报')).toBeTruthy();
  });

  it('says of a county without a mean which months it has no score for', async () => {
    const { rows } = quarterOf();
    show(375, quarterOf({ rows: [{ ...rows[0]!, months: rows[0]!.months.slice(1), mean: null }] }));
    await settle();
    expect(screen.getByText(/4月没有得分，不算季平均/u)).toBeTruthy();
  });
});
