import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import { sampleMonth, sampleRow, sampleYear } from '../../../test/sample-ledger';
import { LedgerYearScreen } from './ledger-year-screen';

const DONE = sampleRow({ state: 'done', revision: 2, actions: ['return'] });
let year = sampleYear();
let onReturn: Answer;

beforeEach(() => {
  inBrowser();
  window.innerWidth = 1280;
  year = sampleYear();
  onReturn = { body: DONE };
  answerWith(({ method, path }) => {
    if (method === 'POST') return onReturn;
    return { body: path.includes('/month') ? sampleMonth([DONE]) : year };
  });
});
afterEach(cleanup);

async function open(): Promise<void> {
  draw(<LedgerYearScreen mayManage />);
  await settle();
}

const lines = () =>
  screen
    .getAllByText(/^(爱辉区|逊克县|市司法局)$/)
    .map((name) => name.parentElement?.textContent.replace(name.textContent, ''));

describe('the lead unit’s year of the ledger', () => {
  it('has a line a unit and a cell a month: done of planned, planned ahead, or nothing planned', async () => {
    await open();
    expect(lines()).toEqual(['7/77/77项7/7', '6/74/76项4/7', '2/21/2没列7/7']);
    expect(screen.getByText('5月 本月')).toBeTruthy();
  });

  it('says which way things go, and adds the months up (art. 12)', async () => {
    await open();
    expect(screen.getByText('5月16项，完成12项，占75.00%，快到期2项，过期没完成1项。4月完成93.75%。')).toBeTruthy();
    expect(screen.getByText('合计').parentElement?.textContent).toBe('合计15/1612/1613项');
  });

  it('shows the units with gaps in the six ones, of one kind, or of a name', async () => {
    await open();
    fireEvent.click(screen.getByText('六个一有缺 1'));
    expect(screen.queryByText('爱辉区')).toBeNull();
    expect(screen.getByText('逊克县')).toBeTruthy();
    fireEvent.click(screen.getByText('责任单位 1'));
    expect(lines()).toHaveLength(1);
    fireEvent.click(screen.getByText('全部 3'));
    fireEvent.input(screen.getByLabelText('找单位'), { target: { value: '爱辉' } });
    expect(lines()).toHaveLength(1);
    fireEvent.input(screen.getByLabelText('找单位'), { target: { value: '没有' } });
    expect(screen.getByText('没有这样的单位。')).toBeTruthy();
  });

  it('opens a unit in its line, and gives a month back only with a reason', async () => {
    await open();
    fireEvent.click(screen.getByLabelText('逊克县，展开'));
    await settle();
    expect(screen.getByText('5月，1项措施完成1项')).toBeTruthy();
    fireEvent.click(screen.getByText('不认'));
    const sheet = within(screen.getByRole('dialog'));
    fireEvent.click(sheet.getByText('记为没认'));
    await settle();
    expect(sheet.getByText('请写明原因，一句话就行。')).toBeTruthy();
    fireEvent.input(sheet.getByLabelText('为什么不认'), { target: { value: '没有照片' } });
    onReturn = 'offline';
    fireEvent.click(sheet.getByText('记为没认'));
    await settle();
    onReturn = { body: DONE };
    fireEvent.click(sheet.getByText('记为没认'));
    await settle();
    const sent = sentCalls().filter(({ method }) => method === 'POST');
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({ body: { revision: 2, reason: '没有照片' } });
    expect(sent[1]).toEqual(sent[0]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('still opens a month when the running one lies outside the cycle', async () => {
    year = sampleYear('2023-02');
    await open();
    fireEvent.click(screen.getByLabelText('逊克县，展开'));
    await settle();
    expect(sentCalls().at(-1)?.path).toContain('period=2022-06');
    fireEvent.click(screen.getByText('看5月'));
    await settle();
    expect(sentCalls().at(-1)?.path).toContain('period=2022-05');
  });
});
