import type { LedgerRowView } from '@jiannuo/shared/ledger';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { answerWith, keptOnDevice, sentCalls, type Answer } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { sampleMonth, sampleRow, sampleYear } from '../../../test/sample-ledger';
import { correctClock } from '../../platform/clock';
import { LedgerMonthScreen } from './ledger-month-screen';
import { LedgerYearScreen } from './ledger-year-screen';

const NOTICE = { id: 'e1', title: '推广通知', kind: 'document', attachmentId: null } as const;
const MEASURE = sampleRow().measure;
const COUNTED = { ...MEASURE, headingId: 'h5', title: '修复失信主体', target: { goal: '12', unit: '户' } };

let row: LedgerRowView;
let onWrite: (body: unknown) => Answer;

beforeEach(() => {
  correctClock('2022-05-17T05:50:00.000Z');
  row = sampleRow();
  onWrite = () => 'offline';
  answerWith(({ method, body }) => (method === 'GET' ? { body: sampleMonth([row]) } : onWrite(body)));
});
afterEach(cleanup);

async function draws(): Promise<void> {
  draw(<LedgerMonthScreen period={null} unitId={null} />);
  await settle();
}

async function open(): Promise<void> {
  await draws();
  fireEvent.click(screen.getByText(row.measure.title));
}

async function press(words: string): Promise<void> {
  fireEvent.click(screen.getByText(words));
  await settle();
}

/** The server takes the mark and keeps what was said with it. */
function takesMarks(): void {
  onWrite = (body) => {
    const { completion } = body as { completion: object };
    row = { ...row, ...completion, state: 'done', revision: row.revision + 1, actions: ['record', 'reopen'] };
    return { body: row };
  };
}

const written = () => sentCalls().filter(({ method }) => method !== 'GET');

describe('a unit’s month of the ledger (art. 9)', () => {
  it('asks for the month that runs, and says how far it is', async () => {
    await open();
    expect(sentCalls()[0]?.path).toMatch(/\/api\/ledger\/month\?$/);
    expect(screen.getByText('1项措施，完成0项')).toBeTruthy();
    expect(screen.getByText('6类窗口全部亮码，5月20日前')).toBeTruthy();
  });

  it('promises to save only to whoever may write', async () => {
    await draws();
    expect(screen.getByText('改了自动保存')).toBeTruthy();
    cleanup();
    row = { ...row, state: 'done', actions: ['return'] };
    draw(<LedgerMonthScreen period="2022-05" unitId="u6" />);
    await settle();
    expect(screen.getByText('这里不能填写')).toBeTruthy();
    expect(screen.queryByText('改了自动保存')).toBeNull();
  });

  it('asks for the two figures of heading eight, which go into the monthly report (R35)', async () => {
    const target = {
      numeratorLabel: '已赋码市场主体',
      denominatorLabel: '市场主体总数',
      unit: '户',
      minimumPercent: '25',
    };
    takesMarks();
    answerWith(({ method, body }) => {
      if (method !== 'GET') return onWrite(body);
      const month = sampleMonth([row]);
      return { body: { ...month, headings: month.headings.map((each) => ({ ...each, target })) } };
    });
    await open();
    fireEvent.input(screen.getByLabelText(/^已赋码市场主体/), { target: { value: '３,412' } });
    fireEvent.input(screen.getByLabelText(/^市场主体总数/), { target: { value: '14986' } });
    expect(screen.getByText('22.77%')).toBeTruthy();
    expect(screen.getByText('目标不低于25%，还差335户')).toBeTruthy();
    await press('标成完成');
    expect(written()).toMatchObject([
      { body: { completion: { ratio: { numerator: '3412', denominator: '14986', asOf: '' } } } },
    ]);
  });

  it('is marked done with its evidence, which travels with it (M1)', async () => {
    row = sampleRow({ evidence: [NOTICE] });
    takesMarks();
    await open();
    expect(screen.getByText('佐证1份')).toBeTruthy();
    await press('标成完成');
    expect(written()).toMatchObject([
      {
        path: expect.stringMatching(/\/api\/ledger\/rows\/row8\/mark-done$/) as string,
        body: { revision: 1, completion: { evidence: [NOTICE], work: '在窗口张贴二维码。' } },
      },
    ]);
    expect(screen.getByText('1项措施，完成1项')).toBeTruthy();
  });

  it('is marked done without evidence too, which is said and stops nothing', async () => {
    takesMarks();
    await open();
    expect(screen.getByText('没有佐证')).toBeTruthy();
    await press('标成完成');
    expect(written()).toHaveLength(1);
    expect(screen.getByText('已标成完成')).toBeTruthy();
  });

  it('sends a mark whose answer was lost again as the same one, and keeps what was typed', async () => {
    await open();
    fireEvent.input(screen.getByLabelText('成果'), { target: { value: '8类窗口亮码' } });
    await press('标成完成');
    expect(screen.getByText(/已存在手机，还没到服务器/)).toBeTruthy();
    expect(keptOnDevice()).toContain('8类窗口亮码');
    takesMarks();
    await press('标成完成');
    const [first, second] = written();
    expect(written()).toHaveLength(2);
    expect(second).toEqual(first);
    expect(keptOnDevice()).not.toContain('8类窗口亮码');
  });

  it('waits for what is being saved, so that a mark never meets an older revision', async () => {
    onWrite = (body) => {
      const { completion } = body as { completion: object };
      row = { ...row, ...completion, revision: row.revision + 1 };
      return { body: row };
    };
    await open();
    fireEvent.input(screen.getByLabelText('成果'), { target: { value: '8类窗口亮码' } });
    await settle(1_250);
    await press('标成完成');
    expect(written().map(({ body }) => (body as { revision: number }).revision)).toEqual([1, 2]);
  });

  it('sends what was typed at the last moment when the screen is left', async () => {
    await open();
    fireEvent.input(screen.getByLabelText('成果'), { target: { value: '8类窗口亮码' } });
    cleanup();
    await settle();
    expect(written()).toMatchObject([{ body: { completion: { result: '8类窗口亮码' } } }]);
  });

  it('names what is missing of the six ones, and takes it where it is missing', async () => {
    row = sampleRow({ measure: { ...MEASURE, leader: '' } });
    onWrite = () => {
      row = sampleRow();
      return { body: row.measure };
    };
    await open();
    expect(screen.getByText('没有佐证，缺分管领导')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('补上分管领导'));
    const send = async () => {
      fireEvent.click(screen.getAllByText('补上').at(-1)!);
      await settle();
    };
    await send();
    expect(screen.getByText('请写分管领导。')).toBeTruthy();
    expect(written()).toEqual([]);
    fireEvent.input(screen.getByLabelText('分管领导'), { target: { value: '分管副县长' } });
    await send();
    expect(written()).toMatchObject([{ method: 'PUT', body: { leader: '分管副县长' } }]);
    expect(screen.getByText('齐全')).toBeTruthy();
  });

  it('says how far a counted measure is, as the figure is typed', async () => {
    row = sampleRow({ measure: COUNTED, figure: '9' });
    await draws();
    expect(screen.getByText('已完成9户')).toBeTruthy();
    fireEvent.click(screen.getByText('修复失信主体'));
    expect(screen.getByText('目标12户，还差3户')).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/^完成数/), { target: { value: '12' } });
    expect(screen.getByText('目标12户，够了')).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/^完成数/), { target: { value: '=A1' } });
    expect(screen.getByText('完成数要填整数，例如9。')).toBeTruthy();
  });

  it.each([
    ['9', '目标12户，还差3户，算完成吗？', '完成，9/12户'],
    ['', '目标12户，还差12户，算完成吗？', '完成，没填完成数'],
  ])('is asked about before it is marked done below its goal: %s户 of 12', async (figure, question, words) => {
    row = sampleRow({ measure: COUNTED, figure });
    takesMarks();
    await draws();
    fireEvent.click(screen.getByText('修复失信主体'));
    await press('标成完成');
    expect(screen.getByText(question)).toBeTruthy();
    expect(written()).toEqual([]);
    fireEvent.click(screen.getAllByText('标成完成').at(-1)!);
    await settle();
    expect(written()).toHaveLength(1);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('is marked done at once where its goal is reached', async () => {
    row = sampleRow({ measure: COUNTED, figure: '12' });
    takesMarks();
    await draws();
    fireEvent.click(screen.getByText('修复失信主体'));
    await press('标成完成');
    expect(written()).toHaveLength(1);
  });

  it('never says the goal as what came of it', async () => {
    takesMarks();
    await open();
    await press('标成完成');
    expect(written()).toMatchObject([{ body: { completion: { work: '在窗口张贴二维码。', result: '' } } }]);
  });

  it('shows why it was not recognised, and lets it be marked again', async () => {
    row = sampleRow({ state: 'returned', returnedReason: '没有照片。' });
    await open();
    expect(screen.getByText('复核没认：没有照片。')).toBeTruthy();
    expect(screen.getByText('标成完成')).toBeTruthy();
  });

  it('is moved no more once its month is reviewed, and names the way that is left', async () => {
    row = sampleRow({ actions: ['record'] });
    await open();
    expect(screen.getByText('本月已经复核，做完了的请在自查评分里提异议')).toBeTruthy();
    expect(screen.queryByText('标成完成')).toBeNull();
    expect(screen.getByText('没完成的在前。本月已经复核，不再改标。')).toBeTruthy();
  });

  it('takes evidence of what is done once its month is reviewed, and says so', async () => {
    row = sampleRow({ state: 'done', actions: ['record'] });
    await open();
    expect(screen.getByText('本月已经复核，佐证还可以补')).toBeTruthy();
  });

  it('may only be looked at by who has nothing to do with it', async () => {
    row = sampleRow({ actions: [], isScored: true, detail: '计划里写的', measure: { ...MEASURE, leader: '' } });
    await open();
    expect(screen.getByText('已经评分，不能再改')).toBeTruthy();
    expect(screen.queryByText('标成完成')).toBeNull();
    expect(screen.queryByText('补上')).toBeNull();
    expect(screen.queryByText('加一份佐证')).toBeNull();
    expect(screen.queryByLabelText('成果')).toBeNull();
    expect(screen.queryByText('计划里写的')).toBeNull();
  });
});

describe('the lead unit’s year on a phone', () => {
  it('has a line a unit, and asks to import at a computer', async () => {
    answerWith(() => ({ body: sampleYear() }));
    draw(<LedgerYearScreen mayManage />);
    await settle();
    expect(screen.getByText('六个一有缺3项')).toBeTruthy();
    expect(screen.queryByText('导入Excel')).toBeNull();
    expect(screen.getByText(/导入、导出请在电脑上办/)).toBeTruthy();
  });
});
