import type { AnnualRow, AnnualView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../../test/answers';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { sampleYear, toldSampleYear } from '../../../../test/sample-scores';
import { fakeTaro } from '../../../../test/taro';
import { watchDisplay } from '../../../platform/device/display';
import { LeadYearScreen, OwnYearScreen } from './year-screen';

let onWrite: Answer;

function withYear(year: AnnualView, width = 1280): void {
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
  onWrite = { body: {} };
  answerWith(({ method }) => (method === 'POST' ? onWrite : { body: year }));
}

function withMissing(): AnnualView {
  const year = sampleYear();
  const rows = year.rows.map((row): AnnualRow => {
    const [april, ...others] = row.months;
    return { ...row, months: [{ ...april!, state: null, standing: 'missing', score: null }, ...others] };
  });
  return { ...year, rows };
}

const written = () => sentCalls().filter(({ method }) => method === 'POST');

beforeAll(() => {
  inBrowser();
  watchDisplay();
});
afterEach(cleanup);

describe('the counties’ year before the lead unit', () => {
  it('stands in the official order, not by its numbers, and each opens into its trace', async () => {
    withYear(sampleYear());
    draw(<LeadYearScreen />);
    await settle();
    const names = within(screen.getByRole('table'))
      .getAllByText(/区$|县$/)
      .map((each) => each.textContent);
    expect(names).toEqual(['爱辉区', '逊克县']);
    fireEvent.click(screen.getByLabelText('逊克县36.85，看来由'));
    expect(screen.getByText('按现在的记录算，没定稿')).toBeTruthy();
    fireEvent.click(screen.getByText('任务完成情况'));
    expect(screen.getByText(/按9个月平均，每月65.00分/)).toBeTruthy();
    for (const part of ['任务完成31.85', '创新5.00']) {
      fireEvent.click(screen.getByLabelText(/^关上/));
      fireEvent.click(screen.getByLabelText(`逊克县${part}，看来由`));
      expect(screen.getByText('按现在的记录算，没定稿')).toBeTruthy();
    }
  });

  it('turns to the scored year before, as the other pages do', async () => {
    withYear(sampleYear({ previousYear: 2021 }));
    draw(<LeadYearScreen />);
    await settle();
    fireEvent.click(screen.getByText('看2021年'));
    await settle();
    expect(sentCalls().at(-1)?.path).toContain('/api/annual-results?year=2021');
  });

  it('waits for what is not settled, and says where to settle it', async () => {
    const hindrances: AnnualView['hindrances'] = [
      { code: 'assessment.annual-unruled', facts: { label: 'Q1' } },
      { code: 'assessment.annual-undecided', facts: { count: 2 } },
      { code: 'assessment.annual-month-unfinished', facts: { month: '11月' } },
      { code: 'assessment.annual-month-unfinished', facts: { month: '12月' } },
    ];
    withYear(sampleYear({ hindrances }));
    draw(<LeadYearScreen />);
    await settle();
    expect(screen.getByText('定稿前还有3件事')).toBeTruthy();
    expect(screen.getByText('11月、12月还没通报，通报了再定年度成绩。')).toBeTruthy();
    expect(screen.getByText('去定口径')).toBeTruthy();
    expect(screen.getByText('去认定')).toBeTruthy();
    fireEvent.click(screen.getByText('定稿2022年成绩'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(written()).toEqual([]);
  });

  it('names what was approved and counted nowhere, with the way there, and is held up by it in nothing', async () => {
    const forgotten = [{ id: 'a7', unitName: '孙吴县', title: '<b>“信用+养老”试点</b>' }];
    withYear(sampleYear({ forgotten }));
    draw(<LeadYearScreen />);
    await settle();
    expect(screen.getByText('1项动态调整认定了，没记过分')).toBeTruthy();
    expect(screen.queryByText(/^定稿前还有/)).toBeNull();
    expect(screen.getByText('可以定稿')).toBeTruthy();
    fireEvent.click(screen.getByText('<b>“信用+养老”试点</b>'));
    expect(fakeTaro.state.visited.at(-1)).toContain('/pages/applications/one/index?id=a7');
  });

  it('is made final as it was looked at, after one more question', async () => {
    withYear(sampleYear());
    draw(<LeadYearScreen />);
    await settle();
    fireEvent.click(screen.getByText('定稿2022年成绩'));
    onWrite = 'offline';
    fireEvent.click(within(screen.getByRole('dialog')).getByText('定稿'));
    await settle();
    onWrite = { body: { counties: 2 } };
    fireEvent.click(within(screen.getByRole('dialog')).getByText('定稿'));
    await settle();
    expect(written()).toHaveLength(2);
    expect(written()[1]).toEqual(written()[0]);
    expect(written()[0]).toMatchObject({
      path: expect.stringMatching(/annual-results\/finalise$/),
      body: { year: 2022, seal: 's'.repeat(64), missing: [] },
    });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('counts missing months 0 only with a reason, and one reason may stand for the others (Q19)', async () => {
    withYear(withMissing());
    draw(<LeadYearScreen />);
    await settle();
    fireEvent.click(screen.getByText('定稿2022年成绩'));
    const sheet = within(screen.getByRole('dialog'));
    fireEvent.click(sheet.getByText('按0分算，定稿'));
    expect(sheet.getByText('请写明理由，一句话就行。')).toBeTruthy();
    expect(written()).toEqual([]);
    fireEvent.input(sheet.getByLabelText('爱辉区4月'), { target: { value: '4月还没下达' } });
    fireEvent.click(sheet.getByText('按0分算，定稿'));
    await settle();
    const reason = '4月还没下达';
    expect(written()[0]).toMatchObject({
      body: {
        missing: [
          { unitId: 'u1', month: '2022-04', reason },
          { unitId: 'u6', month: '2022-04', reason },
        ],
      },
    });
  });

  it('is told to all once it is final', async () => {
    withYear(toldSampleYear({ state: 'final', actions: ['publish', 'correct'] }));
    draw(<LeadYearScreen />);
    await settle();
    fireEvent.click(screen.getByText('公布2022年成绩'));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('公布'));
    await settle();
    expect(written()[0]).toMatchObject({ body: { year: 2022 } });
  });

  it('is corrected county by county, with a reason, beside what was fixed', async () => {
    withYear(toldSampleYear(), 375);
    draw(<LeadYearScreen />);
    await settle();
    fireEvent.click(screen.getByText('逊克县'));
    fireEvent.click(screen.getByText('更正年度成绩'));
    const sheet = within(screen.getByRole('dialog', { name: '更正逊克县年度成绩' }));
    expect(sheet.getByText('现在和原来的成绩一样，没有要更正的。')).toBeTruthy();
    expect(sheet.queryByLabelText('更正理由')).toBeNull();
    fireEvent.click(sheet.getByLabelText('信用进村，计分'));
    fireEvent.click(sheet.getByText('更正'));
    expect(sheet.getByText('请写明理由，县里看得到。')).toBeTruthy();
    expect(sheet.getByText('5.00 → 0.00')).toBeTruthy();
    expect(sheet.getByText('36.85 → 31.85')).toBeTruthy();
    expect(sheet.getByText('更正后告诉逊克县联络员，别的县看不到。')).toBeTruthy();
    fireEvent.input(sheet.getByLabelText('更正理由'), { target: { value: '通报撤了' } });
    fireEvent.click(sheet.getByText('更正'));
    await settle();
    expect(written()[0]).toMatchObject({
      body: { year: 2022, unitId: 'u6', number: 1, uncounted: ['u6-x'], reason: '通报撤了' },
    });
  });
});

describe('a final year of which a month was corrected since', () => {
  it('is not published before the county’s year is corrected', async () => {
    const year = toldSampleYear();
    const rows = year.rows.map((row, index) => (index === 1 ? { ...row, moved: ['2022-04'] } : row));
    withYear({ ...year, state: 'final', actions: ['publish', 'correct'], rows }, 375);
    draw(<LeadYearScreen />);
    await settle();
    expect(screen.getByText('还不能公布')).toBeTruthy();
    expect(screen.getByText('逊克县有月份的分更正过，请点开先更正')).toBeTruthy();
    fireEvent.click(screen.getByText('公布2022年成绩'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a county’s own year', () => {
  it('shows its months, and no result before it is final', async () => {
    const year = sampleYear();
    withYear({ ...year, actions: [], rows: [{ ...year.rows[1]!, preview: null }] }, 375);
    draw(<OwnYearScreen />);
    await settle();
    expect(screen.getByText('2022年的成绩还没定稿，定稿后看得到。')).toBeTruthy();
    expect(screen.getByLabelText('4月，65.00，看来由')).toBeTruthy();
  });

  it('rounds what the year can reach with the same word as what its parts can', async () => {
    const year = sampleYear();
    const [row] = year.rows;
    const months = row!.preview!.months.map((month, index) => ({ ...month, factor: index < 2 ? '0.7' : '1' }));
    const preview = { ...row!.preview!, months, rulings: { annualReading: 'single' as const, monthlyFactor: '1' } };
    withYear({ ...year, actions: [], rows: [{ ...row!, preview }] }, 375);
    draw(<OwnYearScreen />);
    await settle();
    expect(screen.getByText('/约65.33')).toBeTruthy();
    expect(screen.getByText('/约95.33')).toBeTruthy();
  });

  it('shows its result with why once it is told', async () => {
    const year = toldSampleYear();
    const row = { ...year.rows[1]!, moved: ['2022-04'] };
    withYear({ ...year, actions: [], rows: [row] }, 375);
    draw(<OwnYearScreen />);
    await settle();
    expect(screen.getByText('36.85')).toBeTruthy();
    expect(screen.getByText('4月的分后来更正过，年度成绩还是更正前的。')).toBeTruthy();
    expect(screen.getByText('年度成绩，已公布')).toBeTruthy();
    expect(screen.queryByText('更正年度成绩')).toBeNull();
  });
});
