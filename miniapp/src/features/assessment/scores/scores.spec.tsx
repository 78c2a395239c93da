import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../../test/answers';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { sampleAssessment, sampleHistory, sampleMatrix } from '../../../../test/sample-scores';
import { watchDisplay } from '../../../platform/device/display';
import { HistoryScreen } from './history-screen';
import { ScoresScreen } from './scores-screen';

let scores: Answer;

function at(width: number): void {
  inBrowser();
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  scores = { body: sampleMatrix() };
  answerWith(({ path }) => {
    if (path.includes('/api/scores/history')) return { body: sampleHistory() };
    return path.includes('/api/scores') ? scores : { body: sampleAssessment() };
  });
}
beforeAll(() => {
  inBrowser();
  watchDisplay();
});
afterEach(cleanup);

describe('a county’s scores over the year', () => {
  it.each([375, 1280])('open each number into its trace (%i wide)', async (width) => {
    at(width);
    draw(<HistoryScreen unitId={null} />);
    await settle();
    expect(sentCalls()[0]?.path).toMatch(/history$/);
    expect(screen.getByText('更正理由：纪要补来了')).toBeTruthy();
    expect(screen.getByText('每个分都能点开看数据、算法和依据。6月还没到。')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('4月复核25.00分，看来由'));
    await settle();
    expect(screen.getByText('复核得分')).toBeTruthy();
    fireEvent.click(screen.getByText('工作完成情况'));
    expect(screen.getByText('复核：“窗口亮码”，没有纪要')).toBeTruthy();
    fireEvent.click(screen.getByLabelText(/^关上/));
    expect(screen.queryByText('复核得分')).toBeNull();
  });

  it.each([
    [null, '没交自评，按记录评分'],
    ['2022-04-22T08:20:00.000Z', '自评用邮件、纸件交的，按记录评分'],
  ])('say why a month has no 自评 (handed in: %s)', async (metAt, note) => {
    at(375);
    answerWith(() => ({ body: sampleHistory({ self: null, metAt }) }));
    draw(<HistoryScreen unitId={null} />);
    await settle();
    expect(screen.getByText(note)).toBeTruthy();
  });

  it('are of the county that the lead unit opened, by its name', async () => {
    at(375);
    draw(<HistoryScreen unitId="u6" />);
    await settle();
    expect(sentCalls()[0]?.path).toContain('unitId=u6');
    expect(screen.getByText('逊克县2022年考评得分')).toBeTruthy();
  });
});

describe('all counties’ scores side by side', () => {
  it('stand in the official order and never by their number, the corrected one marked', async () => {
    at(1280);
    draw(<ScoresScreen />);
    await settle();
    const table = screen.getByRole('table');
    const names = within(table)
      .getAllByText(/区$|县$/)
      .map((each) => each.textContent);
    expect(names).toEqual(['爱辉区', '逊克县']);
    expect(screen.getByLabelText('逊克县4月，31.50更正，看来由')).toBeTruthy();
    expect(within(table).getAllByText('没报')).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('逊克县4月，31.50更正，看来由'));
    await settle();
    expect(screen.getByText('更正后得分')).toBeTruthy();
    expect(screen.getByText('看这个县的全年')).toBeTruthy();
  });

  it('are a month at a time on a phone, the last that has numbers first', async () => {
    at(375);
    draw(<ScoresScreen />);
    await settle();
    expect(screen.getByText('31.50')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('下个月，5月'));
    expect(screen.queryByText('31.50')).toBeNull();
    expect(screen.getAllByText('没报')).toHaveLength(2);
    expect(screen.queryByLabelText('下个月，6月')).toBeNull();
  });

  it('say what is wrong when they do not come, and that there are none', async () => {
    at(1280);
    scores = 'offline';
    const first = draw(<ScoresScreen />);
    await settle();
    expect(screen.getByText('没有连上')).toBeTruthy();
    first.unmount();
    scores = { body: { ...sampleMatrix(), rows: [] } };
    draw(<ScoresScreen />);
    await settle();
    expect(screen.getByText('还没有要考评的县')).toBeTruthy();
  });
});
