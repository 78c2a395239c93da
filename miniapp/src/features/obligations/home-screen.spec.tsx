import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { MyObligationsView, ObligationView } from '@jiannuo/shared/obligations';
import { answerWith } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { HomeScreen } from './home-screen';

const NOW = '2022-05-21T02:00:00.000Z';
const REPORT: ObligationView = {
  id: 'may',
  kind: 'monthly-report',
  title: '月报',
  period: '2022-05',
  article: '',
  dueAt: '2022-05-25T16:00:00.000Z',
  originalDueAt: '2022-05-25T16:00:00.000Z',
  closesAt: null,
  metAt: null,
  channel: null,
  standing: 'owed',
  waiveReason: null,
  dueChange: null,
  reportId: null,
  reportState: null,
  progress: null,
  draftSavedAt: null,
  asker: null,
};
const ASSESSMENT: ObligationView = {
  ...REPORT,
  id: 'may-score',
  kind: 'self-assessment',
  title: '自查评分',
  dueAt: '2022-05-23T16:00:00.000Z',
};
const CLOSED: ObligationView = {
  ...REPORT,
  id: 'april',
  period: '2022-04',
  dueAt: '2022-04-20T16:00:00.000Z',
  closesAt: '2022-05-01T00:00:00.000Z',
  standing: 'missing',
};

async function drawHome(...open: readonly ObligationView[]): Promise<void> {
  const view: MyObligationsView = { serverNow: NOW, open, done: [], next: null };
  answerWith(() => ({ body: view }));
  draw(<HomeScreen unitName="某县" title="待办" mayDo />);
  await settle();
}

describe('what is to be done, on the first screen', () => {
  it('opens each thing where it stands', async () => {
    await drawHome(ASSESSMENT, REPORT);
    fireEvent.click(screen.getByText('5月月报'));
    fireEvent.click(screen.getByText('5月自查评分'));
    expect(fakeTaro.state.visited).toEqual([
      '/pages/report/index?obligation=may',
      '/pages/assessment/sheet/index?obligation=may-score',
    ]);
  });

  it('does the most urgent with its button, and keeps in sight a report extended past many others', async () => {
    await drawHome({ ...ASSESSMENT, id: 'april-score', period: '2022-04' }, ASSESSMENT, REPORT);
    expect(screen.getByText('还有3件事要办')).toBeTruthy();
    fireEvent.click(screen.getByText('去核对自查评分'));
    fireEvent.click(screen.getByText('5月月报'));
    expect(fakeTaro.state.visited).toEqual([
      '/pages/assessment/sheet/index?obligation=april-score',
      '/pages/report/index?obligation=may',
    ]);
  });

  it('keeps a review in sight while it may be objected to, also when all else is done', async () => {
    const claim = {
      targets: [{ kind: 'assessment', id: 'a5' }],
      title: '5月考评复核：29.86，比自评少5.71',
      about: '不同意可以提异议',
      dueAt: '2022-05-27T16:00:00.000Z',
    };
    const inbox = { toDo: [], toKnow: [], claims: [{ ...claim, targets: [{ kind: 'report', id: 'r' }] }, claim] };
    const view: MyObligationsView = { serverNow: NOW, open: [], done: [], next: null };
    answerWith(({ path }) => ({ body: path === '/api/inbox' ? inbox : view }));
    draw(<HomeScreen unitName="某县" title="待办" mayDo />);
    await settle();
    await settle();
    expect(screen.getByText('还有1件事要办')).toBeTruthy();
    expect(screen.getByText(/5月27日 周五 24:00前/)).toBeTruthy();
    fireEvent.click(screen.getByText(claim.title));
    expect(fakeTaro.state.visited).toEqual(['/pages/assessment/sheet/index?id=a5']);
  });

  it('counts a ticket once, by its matter, first to be signed for, before the report that is due later', async () => {
    const asker = { matter: '赋码进度滞后', name: '督办单〔2022〕3号', isGrave: false };
    const ticket = { ...REPORT, title: '督办单〔2022〕3号签收', reportId: 't1', reportState: 'to-sign', asker };
    const sign = { ...ticket, id: 'sign', kind: 'ticket-sign', dueAt: '2022-05-22T16:00:00.000Z' } as const;
    await drawHome(sign, { ...ticket, id: 'answer', kind: 'ticket-answer' }, REPORT);
    expect(screen.getByText('还有2件事要办')).toBeTruthy();
    expect(screen.getByText('5月月报')).toBeTruthy();
    expect(screen.getByText('督办单〔2022〕3号')).toBeTruthy();
    fireEvent.click(screen.getByText('赋码进度滞后'));
    expect(fakeTaro.state.visited).toEqual(['/pages/supervision/ticket/index?id=t1']);
  });

  it('counts no days of a notice whose ground fell away, and puts everything else before it', async () => {
    const asker = { matter: '赋码进度滞后', name: '督办单〔2022〕3号', isGrave: true, isShaken: true };
    const ticket = { ...REPORT, id: 'answer', kind: 'ticket-answer', reportId: 't1', reportState: 'working' } as const;
    const late = { ...ticket, dueAt: '2022-05-18T16:00:00.000Z', standing: 'missing', asker } as const;
    await drawHome(late, ASSESSMENT, REPORT);
    expect(screen.queryByText('超期')).toBeNull();
    expect(screen.queryByText(/超期|18日/)).toBeNull();
    expect(screen.getByText('去核对自查评分')).toBeTruthy();
    expect(screen.getByText('依据有变')).toBeTruthy();
    expect(screen.getByText('等牵头单位决定')).toBeTruthy();
  });

  it('says the same in its card where there is nothing else, and to the leader', async () => {
    const asker = { matter: '赋码进度滞后', name: '督办单〔2022〕3号', isGrave: true, isShaken: true };
    const ticket = { ...REPORT, id: 'answer', kind: 'ticket-answer', reportId: 't1', reportState: 'working' } as const;
    const late = { ...ticket, dueAt: '2022-05-18T16:00:00.000Z', standing: 'missing', asker } as const;
    await drawHome(late);
    expect([screen.queryByText('超期'), screen.queryByText(/5月18日/)]).toEqual([null, null]);
    expect(screen.getByText('依据有变')).toBeTruthy();
    cleanup();
    draw(<HomeScreen unitName="某县" title="待办" mayDo={false} />);
    await settle();
    expect([screen.queryByText(/超期/), screen.queryByText(/5月18日/)]).toEqual([null, null]);
    expect(screen.getByText('等牵头单位决定')).toBeTruthy();
  });

  it('says of a ticket what was done with it, and that a notice was withdrawn', async () => {
    const asker = { matter: '赋码进度滞后', name: '督办单〔2022〕3号', isGrave: false };
    const signed = {
      ...REPORT,
      id: 's',
      kind: 'ticket-sign',
      standing: 'on-time',
      metAt: NOW,
      reportId: 't1',
      asker,
    } as const;
    const ended = { standing: 'waived', waiveReason: '发错单位。', reportId: 't2' } as const;
    const gone = { ...signed, ...ended, id: 'a', kind: 'ticket-answer' } as const;
    answerWith(() => ({ body: { serverNow: NOW, open: [], done: [signed, gone], next: null } }));
    draw(<HomeScreen unitName="某县" title="待办" mayDo />);
    await settle();
    expect(screen.getByText('已签收')).toBeTruthy();
    expect(screen.getByText('已撤回')).toBeTruthy();
    expect(screen.queryByText('免报')).toBeNull();
  });

  it('opens the month that was scored without its sheet, so that the county can object', async () => {
    await drawHome({ ...CLOSED, id: 'april-score', kind: 'self-assessment', title: '自查评分' });
    expect(screen.getByText('没有交，市里按记录评分，点开看。')).toBeTruthy();
    fireEvent.click(screen.getByText('4月自查评分'));
    expect(fakeTaro.state.visited).toEqual(['/pages/assessment/sheet/index?obligation=april-score']);
  });

  it('shows the latest of many months that are closed, as 漏报; 填报 has them all', async () => {
    const months = ['2021-12', '2022-01', '2022-02', '2022-03', '2022-04'];
    await drawHome(...months.map((period) => ({ ...CLOSED, id: period, period })));
    expect(screen.getAllByText('漏报')).toHaveLength(3);
    expect(screen.getByText('4月月报')).toBeTruthy();
    expect(screen.queryByText('1月月报')).toBeNull();
  });

  it('counts a closed month among nothing to do, and says that it is closed', async () => {
    await drawHome(CLOSED, REPORT);
    expect(screen.getByText('还有1件事要办')).toBeTruthy();
    expect(screen.getByText('已经关闭，请联系牵头单位。')).toBeTruthy();
    fireEvent.click(screen.getByText('4月月报'));
    fireEvent.click(screen.getByText('填月报'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?obligation=may']);
  });

  it('asks again when one comes back to it, since things are sent back meanwhile', async () => {
    await drawHome(REPORT);
    answerWith(() => ({ body: { serverNow: NOW, open: [ASSESSMENT], done: [], next: null } }));
    fakeTaro.showPage();
    await settle();
    expect(screen.queryByText('5月月报')).toBeNull();
    expect(screen.getByText('去核对自查评分')).toBeTruthy();
  });

  it('leads from a row of its own to a report that was sent back, with what is changed, unless it comes first', async () => {
    const returned: ObligationView = {
      ...REPORT,
      id: 'may-again',
      kind: 'report-correction',
      title: '月报退回修改',
      reportId: 'r1',
      reportState: 'returned',
      progress: { filled: 0, total: 1 },
    };
    await drawHome(ASSESSMENT, returned);
    expect(screen.getByText(/退回1处，改了0处$/)).toBeTruthy();
    fireEvent.click(screen.getByText('5月月报退回修改'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?id=r1']);
    expect(screen.getByText('其他待办')).toBeTruthy();
  });

  it('rules this month with what is due in it, also while something of last month is overdue', async () => {
    const april = { ...ASSESSMENT, id: 'april-score', dueAt: '2022-04-23T16:00:00.000Z' };
    await drawHome(april, ASSESSMENT, REPORT);
    expect(screen.getByLabelText('5月，今天21日，23日、25日截止')).toBeTruthy();
  });

  it('draws no ruler while nothing is due this month', async () => {
    await drawHome({ ...ASSESSMENT, dueAt: '2022-04-23T16:00:00.000Z' });
    expect(screen.queryByLabelText(/截止$/)).toBeNull();
  });

  it('shows a leader five lines at most, the gravest first, and opens a ticket for reading', async () => {
    const asker = { matter: '赋码进度滞后', name: '挂牌督办〔2022〕1号', isGrave: true };
    const listed = {
      ...REPORT,
      id: 'l',
      kind: 'ticket-answer',
      reportId: 't1',
      asker,
      dueAt: '2022-06-30T10:00:00.000Z',
    };
    const others = ['1', '2', '3', '4', '5'].map((id) => ({ ...ASSESSMENT, id }));
    answerWith(() => ({ body: { serverNow: NOW, open: [...others, listed], done: [], next: null } }));
    draw(<HomeScreen unitName="某县" title="要事" mayDo={false} />);
    await settle();
    expect(screen.getAllByText('5月自查评分')).toHaveLength(4);
    expect(screen.getByText('还有1件，由本单位联络员办。')).toBeTruthy();
    fireEvent.click(screen.getByText('赋码进度滞后'));
    expect(fakeTaro.state.visited).toEqual(['/pages/supervision/ticket/index?id=t1']);
  });

  it('shows a leader how things stand, and no way into what is not his to do', async () => {
    answerWith(() => ({ body: { serverNow: NOW, open: [REPORT], done: [], next: null } }));
    draw(<HomeScreen unitName="某县" title="要事" mayDo={false} />);
    await settle();
    expect(screen.getByText('由本单位联络员办，交了会放进已办。')).toBeTruthy();
    fireEvent.click(screen.getByText('5月月报'));
    expect(fakeTaro.state.visited).toEqual([]);
    expect(screen.queryByText('填月报')).toBeNull();
  });

  it('lets a leader call the liaison, and read the month that was handed in', async () => {
    const done = {
      ...ASSESSMENT,
      id: 'april',
      period: '2022-04',
      reportId: 'a4',
      metAt: NOW,
      standing: 'on-time',
    } as const;
    answerWith(() => ({ body: { serverNow: NOW, open: [REPORT], done: [done], next: null } }));
    const liaison = { personName: '某联络员', phone: '13800000106' };
    draw(<HomeScreen unitName="某县" title="要事" mayDo={false} liaison={liaison} />);
    await settle();
    expect(screen.getByLabelText(/^打电话给某联络员/).textContent).toContain('13800000106');
    fireEvent.click(screen.getByText('4月自查评分'));
    expect(fakeTaro.state.visited).toEqual(['/pages/assessment/sheet/index?id=a4']);
  });
});
