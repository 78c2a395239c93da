import { act, fireEvent, screen } from '@testing-library/react';
import type { Evidence, ReportContent } from '@jiannuo/shared/reporting';
import { DraftServer } from '../../../../test/draft-server';
import { draw, settle } from '../../../../test/render';
import { sampleReport, wholeContent } from '../../../../test/sample-report';
import { fakeTaro, type FakeRequest, type FakeServer } from '../../../../test/taro';
import type { ApiError } from '../../../platform/http/api-error';
import { ReportForm } from './report-form';

const RECEIPT = { reportId: 'r1', receiptNumber: 'YB-202205-0001' };

/** A server that keeps drafts; `submit` decides what handing in comes to. */
function serve(content: ReportContent, submit: FakeServer) {
  const drafts = new DraftServer(content);
  fakeTaro.state.server = async (request) => {
    if (request.url.endsWith('/submit')) return submit(request);
    if (/\/(ledger|measures)$/.test(request.url)) return { status: 200, body: [] };
    try {
      const { changes } = request.body as { changes: [] };
      return { status: 200, body: await drafts.save(changes) };
    } catch (error) {
      const { status, body } = error as ApiError;
      return { status, body };
    }
  };
  return drafts;
}

function submits(): readonly FakeRequest[] {
  return fakeTaro.state.requests.filter(({ url }) => url.endsWith('/submit'));
}

describe('检查并交', () => {
  it('goes to the first thing missing, says it there, and sends nothing', () => {
    draw(<ReportForm report={sampleReport()} />);
    expect(screen.getByText('还有4处没填')).toBeTruthy();
    fireEvent.click(screen.getByText('检查并交'));
    expect(screen.getByText('“码上诚信”展示自身信用')).toBeTruthy();
    expect(screen.getByText('还没填（八）已赋码市场主体。')).toBeTruthy();
    expect(submits()).toEqual([]);
  });

  it('opens the date field when the date is the one thing wrong', () => {
    const whole = wholeContent();
    const headings = whole.headings.map((heading) =>
      heading.id === 'h8'
        ? { ...heading, noneReason: null, target: { numerator: '3', denominator: '9', asOf: '2099-01-01' } }
        : heading,
    );
    const items = whole.headings[0]!.items;
    const filled = headings.map((heading) => (heading.id === 'h8' ? { ...heading, items } : heading));
    const report = sampleReport({ ...whole, headings: filled });
    draw(<ReportForm report={report} />);
    fireEvent.click(screen.getByText('检查并交'));
    expect(screen.getByText(/离今天超过一年/)).toBeTruthy();
    expect(screen.getByLabelText(/^数据截至日期，/)).toBeTruthy();
    expect(submits()).toEqual([]);
  });

  it('says how many pieces of work name no result, and lets them go', () => {
    const whole = wholeContent();
    const headings = whole.headings.map((heading) => ({
      ...heading,
      items: heading.items.map((item, index) => (index === 0 ? { ...item, result: ' ' } : item)),
    }));
    const bare = headings.filter(({ noneReason, items }) => noneReason === null && items.length > 0).length;
    draw(<ReportForm report={sampleReport({ ...whole, headings })} />);
    expect(screen.getByText(`能交了，${String(bare)}条没写工作成果`)).toBeTruthy();
  });

  it('hands in what is written, once, and goes to the receipt', async () => {
    serve(wholeContent(), () => ({ status: 200, body: RECEIPT }));
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    expect(screen.getByText('都填好了')).toBeTruthy();
    fireEvent.click(screen.getByText('检查并交'));
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(submits()).toHaveLength(1);
    expect(submits()[0]!.body).toMatchObject({ revision: 1, content: wholeContent() });
    expect(fakeTaro.state.visited).toEqual(['/pages/receipt/index?id=r1&fresh=1']);
  });

  it('keeps everything and says so when the server does not answer; trying again is the same hand-in', async () => {
    let isDown = true;
    serve(wholeContent(), () => (isDown ? Promise.reject(new Error('timeout')) : { status: 200, body: RECEIPT }));
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(screen.getByText('还不知道交上没有')).toBeTruthy();
    expect(screen.getByText('您填的都在手机里，没有丢。')).toBeTruthy();
    isDown = false;
    fireEvent.click(screen.getByText('再交一次'));
    await settle();
    const keys = submits().map(({ header }) => header['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
    expect(fakeTaro.state.visited).toEqual(['/pages/receipt/index?id=r1&fresh=1']);
  });

  it('shows the server’s own sentence and the way back when it refuses', async () => {
    const refusal = { code: 'reporting.closed', sentence: '这个月已经关闭，交不了。', requestId: 'abc' };
    serve(wholeContent(), () => ({ status: 409, body: refusal }));
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(screen.getByText('这个月已经关闭，交不了。')).toBeTruthy();
    expect(screen.getByText('错误码 reporting.closed abc')).toBeTruthy();
    fireEvent.click(screen.getByText('回去改'));
    expect(screen.getByText('检查并交')).toBeTruthy();
  });

  it('asks for a choice first when another device wrote the same field', async () => {
    const drafts = serve(wholeContent(), () => ({ status: 200, body: RECEIPT }));
    drafts.writeElsewhere('problems/p1', '无', '电脑写的');
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    fireEvent.click(screen.getByText('存在的问题'));
    fireEvent.input(screen.getByDisplayValue('无'), { target: { value: '手机写的' } });
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(submits()).toEqual([]);
    expect(fakeTaro.state.visited).toEqual(['/pages/report-conflict/index?id=r1']);
    expect(screen.getByText('另一台设备改过，看看不同')).toBeTruthy();
  });
});

describe('a field that another device changed too', () => {
  async function writeOnBoth(): Promise<DraftServer> {
    const drafts = serve(wholeContent(), () => ({ status: 200, body: RECEIPT }));
    drafts.writeElsewhere('problems/p1', '无', '电脑写的');
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    fireEvent.click(screen.getByText('存在的问题'));
    fireEvent.input(screen.getByDisplayValue('无'), { target: { value: '手机写的' } });
    fireEvent.blur(screen.getByDisplayValue('手机写的'));
    await settle();
    return drafts;
  }

  it('keeps the own words, with the other text under it', async () => {
    await writeOnBoth();
    expect(screen.getByDisplayValue('手机写的')).toBeTruthy();
    expect(screen.getByText(/上也改了/)).toBeTruthy();
    expect(screen.getByText('电脑')).toBeTruthy();
  });

  it('takes the other text when that is chosen there', async () => {
    const drafts = await writeOnBoth();
    fireEvent.click(screen.getByText(/^用.*(?<!我写)的$/));
    expect(screen.getByDisplayValue('电脑写的')).toBeTruthy();
    expect(screen.queryByText(/上也改了/)).toBeNull();
    await settle();
    expect(drafts.content.problems[0]!.text).toBe('电脑写的');
  });

  it('puts the own words in the place of the others when those are chosen', async () => {
    const drafts = await writeOnBoth();
    fireEvent.click(screen.getByText('用我写的'));
    expect(screen.getByDisplayValue('手机写的')).toBeTruthy();
    await settle();
    expect(drafts.content.problems[0]!.text).toBe('手机写的');
  });
});

/** A content with nothing missing, and one piece of evidence by its name. */
function withEvidence(state: Pick<Evidence, 'isAwaited'> = {}): ReportContent {
  const whole = wholeContent();
  const evidence = [{ id: 'e1', title: '合同台账', kind: 'document' as const, attachmentId: null, ...state }];
  const headings = whole.headings.map((heading) => ({
    ...heading,
    items: heading.items.map((item) => ({ ...item, evidence })),
  }));
  return { ...whole, headings };
}

describe('a file that was cut off midway', () => {
  beforeEach(() => {
    fakeTaro.state.storage.set('uploads/r1', JSON.stringify(['e1']));
    serve(withEvidence(), () => ({ status: 200, body: RECEIPT }));
    draw(<ReportForm report={sampleReport(withEvidence())} />);
  });

  it('still counts as not arrived when the report is opened again', () => {
    expect(screen.getByText('有1份佐证没传上')).toBeTruthy();
    fireEvent.click(screen.getByText('承诺公示'));
    expect(screen.getByText(/没传上$/, { selector: '.c-late' })).toBeTruthy();
    fireEvent.click(screen.getByText('再传'));
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('is asked about before the report is handed in without it', async () => {
    fireEvent.click(screen.getByText('检查并交'));
    expect(screen.getByText('有1份佐证没传上，照样交吗？')).toBeTruthy();
    await settle();
    expect(submits()).toEqual([]);
    fireEvent.click(screen.getByText('照样交'));
    await settle();
    expect(submits()).toHaveLength(1);
  });

  it('is asked about no more once it is to be a name only', () => {
    fireEvent.click(screen.getByText('承诺公示'));
    fireEvent.click(screen.getByLabelText('合同台账，更多'));
    fireEvent.click(screen.getByText('不传了，只列名称'));
    expect(screen.getByText('都填好了')).toBeTruthy();
  });
});

describe('a file that did not arrive from another device', () => {
  beforeEach(() => {
    const content = withEvidence({ isAwaited: true });
    serve(content, () => ({ status: 200, body: RECEIPT }));
    draw(<ReportForm report={sampleReport(content)} />);
  });

  it('is named here too, and asked about before the report is handed in without it', async () => {
    expect(screen.getByText('有1份佐证没传上')).toBeTruthy();
    fireEvent.click(screen.getByText('承诺公示'));
    expect(screen.getByText('在另一台设备上选的文件没传上，请再选一份。')).toBeTruthy();
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(screen.getByText('有1份佐证没传上，照样交吗？')).toBeTruthy();
    expect(submits()).toEqual([]);
  });

  it('is no more, once it is to be a name only', () => {
    fireEvent.click(screen.getByText('承诺公示'));
    fireEvent.click(screen.getByLabelText('合同台账，更多'));
    fireEvent.click(screen.getByText('不传了，只列名称'));
    expect(screen.getByText('都填好了')).toBeTruthy();
  });
});

describe('when it is due', () => {
  it('says that it can still be taken back while that is so', () => {
    draw(<ReportForm report={{ ...sampleReport(wholeContent()), dueAt: '2099-05-20T16:00:00.000Z' }} />);
    expect(screen.getByText('截止前交了还能撤回修改')).toBeTruthy();
  });

  it('says that it counts as late once the due time has passed', () => {
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    expect(screen.getByText('已过截止，现在交记迟报')).toBeTruthy();
  });

  it('says so of a form that was open when the due time passed', () => {
    jest.useFakeTimers({ now: new Date('2022-05-20T15:59:50.000Z') });
    try {
      draw(<ReportForm report={sampleReport(wholeContent())} />);
      expect(screen.getByText('截止前交了还能撤回修改')).toBeTruthy();
      act(() => {
        jest.advanceTimersByTime(30_000);
      });
      expect(screen.getByText('已过截止，现在交记迟报')).toBeTruthy();
    } finally {
      jest.useRealTimers();
    }
  });

  it('says after taking back that it is owed again, and by when', () => {
    draw(<ReportForm report={{ ...sampleReport(), state: 'withdrawn', dueAt: '2099-05-20T16:00:00.000Z' }} />);
    expect(screen.getByText(/^已撤回，现在算还没交。.*再交，仍算按时。$/)).toBeTruthy();
  });
});

describe('writing', () => {
  it('is on the device half a second after a keystroke', async () => {
    serve(wholeContent(), () => ({ status: 200, body: RECEIPT }));
    draw(<ReportForm report={sampleReport(wholeContent())} />);
    fireEvent.click(screen.getByText('存在的问题'));
    fireEvent.input(screen.getByDisplayValue('无'), { target: { value: '上门指导力量不足' } });
    expect(screen.getByText('正在保存')).toBeTruthy();
    await settle(600);
    expect(String(fakeTaro.state.storage.get('draft/r1'))).toContain('上门指导力量不足');
  });

  it('says at the field that a text is too long, and keeps it', () => {
    draw(<ReportForm report={sampleReport()} />);
    fireEvent.click(screen.getByText('承诺公示'));
    fireEvent.input(screen.getByDisplayValue('公示履约情况'), { target: { value: '长'.repeat(201) } });
    expect(screen.getByText('最多200个字，请写短些。')).toBeTruthy();
    expect(screen.getByDisplayValue('长'.repeat(201))).toBeTruthy();
  });

  it('counts a typed figure at once, with separators of any kind', async () => {
    draw(<ReportForm report={sampleReport()} />);
    fireEvent.click(screen.getByText('“码上诚信”'));
    fireEvent.input(screen.getByLabelText('已赋码市场主体，户'), { target: { value: '３，412' } });
    fireEvent.input(screen.getByLabelText('市场主体总数，户'), { target: { value: '14,986' } });
    await settle(300);
    expect(screen.getByText('22.77%')).toBeTruthy();
    expect(screen.getByText('目标不低于25%，还差335户')).toBeTruthy();
  });
});
