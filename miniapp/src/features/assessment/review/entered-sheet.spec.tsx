import type { AssessmentView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { draw } from '../../../../test/render';
import { submittedAssessment } from '../../../../test/submitted-assessment';
import { fakeTaro } from '../../../../test/taro';
import { correctClock } from '../../../platform/clock';
import { SheetResult } from '../sheet/sheet-result';
import { ReviewDesk } from './review-desk';

const FRAME = { title: '逊克县4月复核', top: null, tabs: null, closing: { openEnds: [], isDrawPending: false } };
const putRight = jest.fn();
const show = (view: AssessmentView) => {
  correctClock(view.serverNow);
  return draw(<ReviewDesk view={view} frame={FRAME} />);
};
const press = (words: string) => fireEvent.click(screen.getByText(words));

afterEach(cleanup);

/** 逊克县's sheet as it came by e-mail, copied by the lead unit the day after. */
function entered(): AssessmentView {
  const view = submittedAssessment();
  const registeredAt = '2022-04-23T01:00:00.000Z';
  const entry = {
    channel: 'email' as const,
    basis: '邮箱服务器收信时间',
    by: '市专班牵头单位 值班账号',
    registeredAt,
    checkedUntil: '2022-04-27T16:00:00.000Z',
  };
  return { ...view, actions: ['edit', 'submit'], sheet: { ...view.sheet!, entry } };
}

describe('a county’s sheet that came by e-mail (附件3说明1)', () => {
  it('is taken in from the desk while nothing is in', () => {
    const owed = { id: 'o2', kind: 'self-assessment', title: '自查评分', dueAt: '2022-04-23T16:00:00.000Z' };
    const view = submittedAssessment();
    const obligations = [...view.records.obligations, { ...owed, metAt: null, recordId: null }];
    const records = { ...view.records, obligations };
    show({ ...view, state: 'draft', sheet: null, actions: ['enter-for', 'review', 'confirm'], records });
    press('代录来件');
    expect(fakeTaro.state.visited).toEqual(['/pages/enter-for/index?obligationId=o2&period=2022-04']);
    cleanup();
    show({ ...view, state: 'reviewed', sheet: null, actions: ['enter-for'], records });
    expect(screen.getByText('复核时没有自评。县里用邮件、纸质报来过的，可以补录，记在复核旁边。')).toBeTruthy();
  });

  it('stands on the desk and with the county as entered by the lead unit, on what grounds, and can be put right', () => {
    const source = /邮件报来.*4月23日 09:00 市专班牵头单位 值班账号代录.*依据：邮箱服务器收信时间$/;
    show({ ...entered(), actions: ['review', 'confirm'] });
    expect(screen.getByText(source).textContent).toContain('自评照原件代录：');
    expect(screen.getByText('写在原件上的，系统算40.00')).toBeTruthy();
    cleanup();
    draw(<SheetResult view={entered()} onPutRight={putRight} />);
    expect(screen.getByText('自评总分，由牵头单位代录，等市里复核')).toBeTruthy();
    expect(screen.getByText(source)).toBeTruthy();
    press('和原件不同，改');
    expect(putRight).toHaveBeenCalledTimes(1);
  });

  it('leads to its time of receipt: the lead unit to put it right, the county to its receipt', () => {
    const view = entered();
    const owed = { id: 'o2', kind: 'self-assessment' as const, title: '自查评分', recordId: null };
    const records = { ...view.records, obligations: [{ ...owed, dueAt: view.dueAt, metAt: view.metAt }] };
    const came = { ...view, channel: 'email' as const, records };
    show({ ...came, actions: ['review', 'confirm'] });
    press('核对收到时间');
    cleanup();
    show({ ...came, sheet: null, actions: ['review', 'confirm'] });
    expect(screen.getByText('县里4月22日 16:20邮件报来，没有录自评分。')).toBeTruthy();
    cleanup();
    draw(<SheetResult view={came} onPutRight={putRight} />);
    press('4月22日 16:20邮件收到，算按时');
    expect(fakeTaro.state.visited).toEqual([
      '/pages/enter-for/correct/index?obligation=o2',
      '/pages/receipt/index?obligation=o2',
    ]);
  });

  it('is not confirmed while the county may check it: a line says until when and why, in the button’s place', () => {
    const view = { ...entered(), actions: ['review' as const] };
    const facts = { dueAt: '2022-04-27T16:00:00.000Z' };
    show({ ...view, confirmRefusal: { code: 'assessment.copy-being-checked', facts } });
    expect(screen.queryByText('确认复核')).toBeNull();
    expect(screen.getByText('先存着')).toBeTruthy();
    const why = '代录的自评，县里4月27日 周三 24:00前可以核对，核对交了或者过了再确认。现在可以先存着。';
    expect(screen.getByText(why)).toBeTruthy();
  });
});
