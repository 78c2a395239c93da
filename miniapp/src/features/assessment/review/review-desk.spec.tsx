import type { AssessmentView } from '@jiannuo/shared/assessment';
import type { FindingListView } from '@jiannuo/shared/spot-checks';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { fakeTaro } from '../../../../test/taro';
import { answerWith } from '../../../../test/answers';
import { draw, settle } from '../../../../test/render';
import { sampleAssessment } from '../../../../test/sample-scores';
import { submittedAssessment as submitted } from '../../../../test/submitted-assessment';
import { correctClock } from '../../../platform/clock';
import { ReviewDesk } from './review-desk';

const FRAME = { title: '逊克县4月复核', top: null, tabs: null, closing: { openEnds: [], isDrawPending: false } };
const FINDINGS = '/pages/spot-checks/findings/index?id=2022-04&unitId=u6';

const show = (view: AssessmentView) => {
  correctClock(view.serverNow);
  return draw(<ReviewDesk view={view} frame={FRAME} />);
};
const press = (words: string) => fireEvent.click(screen.getByText(words));

afterEach(cleanup);

describe('a county’s month on the reviewer’s desk (附件2三（二）)', () => {
  it('has beside each measure what was asked, what was done, and the ways to where it is written', () => {
    show(submitted());
    press('窗口亮码（完成，3/4场）');
    const panel = within(screen.getByRole('dialog'));
    for (const fact of [
      '台账：完成，3/4场',
      '工作目标：进企业、进村屯各2场',
      '完成数：目标4场，完成3',
      '占比：26.10%，3,912户 ÷ 14,988户，数据截至4月16日 周六。目标不低于25%，已达到',
      '时限：4月30日 周六',
      '做了什么：在两个乡镇宣讲。',
      '成果：没写',
    ]) {
      expect(panel.getByText(fact)).toBeTruthy();
    }
    fireEvent.click(panel.getByText('看台账'));
    fireEvent.click(panel.getByText('看月报'));
    expect(fakeTaro.state.visited).toEqual([
      '/pages/ledger/index?period=2022-04&unitId=u6',
      '/pages/review/index?reportId=r1',
    ]);
  });

  it('says of an adjustment that does not count what it waits for, and leads to where that is done', () => {
    const view = submitted();
    const waits = { type: 'added-task', approved: false } as const;
    const adjustments = [
      { ...waits, id: 'x1', title: '试点一', standing: 'unconfirmed' as const },
      { ...waits, id: 'x2', title: '试点二', standing: 'undecided' as const },
      { ...waits, id: 'x3', title: '试点三', standing: 'not-carried-out' as const, reason: '没有方案' },
    ];
    show({ ...view, records: { ...view.records, adjustments } });
    press('试点一');
    expect(screen.getByText('已认定，这个月还没逐月确认落实，先不计分')).toBeTruthy();
    press('看这项申报');
    expect(fakeTaro.state.visited.at(-1)).toContain('x1');
    cleanup();
    show({ ...view, records: { ...view.records, adjustments } });
    press('试点二');
    expect(screen.getByText('还没审核认定，先不计分')).toBeTruthy();
    cleanup();
    show({ ...view, records: { ...view.records, adjustments } });
    press('试点三');
    expect(screen.getByText('这个月没落实：没有方案')).toBeTruthy();
  });

  it('asks anew why, on a line whose objection was upheld (Q18)', () => {
    const view = sampleAssessment();
    const heard = { number: 1, reviewNumber: 1, line: 'completion' as const, answer: 'upheld' as const };
    const said = {
      text: '纪要交过',
      byName: '联络员',
      at: view.serverNow,
      answerReason: '找到了',
      answeredAt: view.serverNow,
    };
    show({
      ...view,
      state: 'submitted',
      scores: [],
      actions: ['review', 'confirm'],
      objections: [{ ...heard, ...said }],
    });
    expect(screen.getByText('“工作完成情况”和自评不同，请写理由')).toBeTruthy();
    expect(screen.queryByText('没有纪要')).toBeNull();
  });

  it('never calls done what goes on as planned (Q6)', () => {
    show(submitted());
    press('银企对接（按计划推进）');
    expect(screen.getByText('台账：按计划推进')).toBeTruthy();
  });

  it('names what went on as planned the month before and is still not done (Q6)', () => {
    show({ ...submitted(), recheck: [{ id: 'm0', title: '银企对接会' }] });
    expect(screen.getByText('3月按计划推进的，还有1项没标完成')).toBeTruthy();
    expect(screen.getByText('“银企对接会”')).toBeTruthy();
    expect(screen.getByText('没办成的，在3月复核里更正。')).toBeTruthy();
  });

  it('offers the month’s scores as a file once something came in', () => {
    show({ ...submitted(), metAt: null, sheet: null });
    expect(screen.queryByText('导出各县4月得分')).toBeNull();
    cleanup();
    show(submitted());
    expect(screen.getByText('导出各县4月得分')).toBeTruthy();
  });

  it('says when and how a self-assessment came that was noted for the county, and 没报 of none', () => {
    show({ ...submitted(), sheet: null, metAt: '2022-04-22T02:00:00.000Z', channel: 'email' });
    expect(screen.getByText('4月22日 10:00邮件报来')).toBeTruthy();
    cleanup();
    show({ ...submitted(), sheet: null, metAt: null, channel: null });
    expect(screen.getByText('没报')).toBeTruthy();
  });

  it('says on a phone, under each line that was changed, what the engine made of it and why', () => {
    const view = sampleAssessment();
    const verdicts = [{ subject: 'measure', id: 'm1', counts: false, reason: '没有纪要' }] as const;
    const review = view.review === null ? null : { ...view.review, review: { verdicts, reasons: {} } };
    show({ ...view, state: 'reviewed', actions: [], scores: [], review });
    expect(screen.getByText('系统算20.00 没有纪要')).toBeTruthy();
    expect(screen.getByText('没有减分')).toBeTruthy();
  });

  it('marks the number that the county set by its own hand', () => {
    show(submitted());
    expect(screen.getByText('自己填的，系统算40.00')).toBeTruthy();
  });

  it.each([
    ['自评43.00，看来由', '自评总分'],
    ['系统算45.00，看来由', '系统算'],
    ['复核45.00，看来由', '复核'],
    ['折算后31.50，看来由', '复核'],
  ])('opens the total %s into its trace', (label, name) => {
    show(submitted());
    fireEvent.click(screen.getByLabelText(label));
    const panel = within(screen.getByRole('dialog'));
    expect(panel.getAllByText(name).length).toBeGreaterThan(0);
    expect(panel.getAllByText('折算70%后').length).toBe(2);
  });

  it('is made final with its numbers before one’s eyes, the spot check’s in them (Q17)', () => {
    const view = sampleAssessment();
    show({
      ...view,
      state: 'settled',
      actions: ['finalise'],
      scores: [],
      records: { ...view.records, failedMeasures: ['m2'] },
    });
    expect(screen.getByText('-20.00')).toBeTruthy();
    press('定稿');
    expect(screen.getByText('现在定稿5.00，折算后3.50。抽查前25.00。定稿后要改只能更正。')).toBeTruthy();
  });

  it('is not said to be made final where something fell due since the review: it is reckoned anew first', () => {
    const view: AssessmentView = { ...sampleAssessment(), state: 'settled', actions: ['finalise'], scores: [] };
    const asked = { id: 'o9', kind: 'material', title: '典型案例', recordId: null };
    const late = { ...asked, dueAt: '2022-05-23T04:00:00.000Z', metAt: '2022-05-23T05:00:00.000Z' };
    const records = { ...view.records, obligations: [...view.records.obligations, late] };
    show({ ...view, records });
    press('定稿');
    expect(screen.getByText(/^复核以后“典型案例”迟报。这次先重算/)).toBeTruthy();
  });

  it('leads from 减分项 to what was found at this county', () => {
    show({ ...sampleAssessment(), isDrawn: true });
    press('减分项（抽查）');
    press('看抽查结果');
    expect(fakeTaro.state.visited).toEqual([FINDINGS]);
  });
});

describe('a told month of a county that was drawn', () => {
  it('shows the finding in the pane where it is corrected (Q16)', async () => {
    const measure = { measureId: 'of the plan', number: 1, title: '窗口亮码', state: 'done', work: '' } as const;
    const finding = {
      id: 'f1',
      verdict: 'undone',
      text: '公示栏没有到期的合同。',
      files: [],
      byName: '经办人甲',
      byUnit: '市专班牵头单位',
      at: '2022-05-05T01:00:00.000Z',
      withdrawal: null,
    } as const;
    const list: Pick<FindingListView, 'units'> = {
      units: [{ unitId: 'u6', unitName: '逊克县', measures: [{ ...measure, rowId: 'm1', finding, withdrawn: [] }] }],
    };
    answerWith(() => ({ body: list }));
    const told = sampleAssessment();
    show({ ...told, isDrawn: true, actions: ['correct'] });
    fireEvent.click(screen.getAllByText('窗口亮码').at(-1)!);
    await settle();
    expect(screen.getByText('抽查查到没完成：公示栏没有到期的合同。')).toBeTruthy();
  });
});
