import type { AssessmentView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { fakeTaro } from '../../../../test/taro';
import { draw } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { SheetResult } from './sheet-result';

const FINDINGS = '/pages/spot-checks/findings/index?id=2022-04&unitId=u6';
const putRight = jest.fn();
const press = (words: string) => fireEvent.click(screen.getByText(words));

afterEach(cleanup);

describe('a county’s reviewed month', () => {
  it('tells in its history when it was reviewed, and that it was from the records where no sheet came', () => {
    draw(
      <SheetResult
        view={{ ...sampleAssessment(), state: 'reviewed', scores: [], sheet: null, metAt: null }}
        onPutRight={putRight}
      />,
    );
    expect(screen.getByText('没交自评')).toBeTruthy();
    expect(screen.getByText('复核25.00，折算后17.50')).toBeTruthy();
  });

  const ROUNDED = '总分按没有取整的数相加';
  /** Of seven measures four are done, one of them not found so: 22.86 + 5.00 − 5.71 is not 22.14. */
  const sevenths = () => {
    const review = sampleAssessment().review!;
    const measures = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'].map((id, index) => ({
      id,
      done: index < 4,
      failedSpotCheck: id === 'm2',
    }));
    return { ...review, month: { ...review.month, measures }, review: { verdicts: [], reasons: {} } };
  };
  const found = (): AssessmentView => {
    const view = sampleAssessment();
    const records = { ...view.records, failedMeasures: ['m2'] };
    return { ...view, state: 'reviewed', actions: ['agree', 'object'], scores: [], isDrawn: true, records };
  };

  it('leads from 减分项 to what was found', () => {
    draw(<SheetResult view={found()} onPutRight={putRight} />);
    press('减分项（抽查）');
    press('看抽查结果');
    expect(fakeTaro.state.visited).toEqual([FINDINGS]);
  });

  it('says that a total is not the sum of its rounded parts, where it is not', () => {
    draw(<SheetResult view={found()} onPutRight={putRight} />);
    expect(screen.queryByText(ROUNDED)).toBeNull();
    cleanup();
    draw(<SheetResult view={{ ...found(), review: sevenths() }} onPutRight={putRight} />);
    expect(screen.getByText(ROUNDED)).toBeTruthy();
  });

  it('takes an objection to 减分项 where something was taken off, and only there (Q18)', () => {
    draw(<SheetResult view={{ ...found(), records: sampleAssessment().records }} onPutRight={putRight} />);
    press('提异议');
    expect(within(screen.getByRole('dialog')).queryByText('减分项（抽查）')).toBeNull();
    cleanup();
    draw(<SheetResult view={found()} onPutRight={putRight} />);
    press('提异议');
    expect(within(screen.getByRole('dialog')).getByText('减分项（抽查）')).toBeTruthy();
  });
});
