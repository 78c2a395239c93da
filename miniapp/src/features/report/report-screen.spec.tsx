import { fireEvent, screen } from '@testing-library/react';
import type { ReportView } from '@jiannuo/shared/reporting';
import { answerWith, keptOnDevice } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { sampleReport, wholeContent } from '../../../test/sample-report';
import { fakeTaro } from '../../../test/taro';
import { ReportScreen } from './report-screen';

const HANDED_IN: ReportView = {
  ...sampleReport(wholeContent()),
  state: 'submitted',
  actions: ['withdraw'],
  submitted: {
    number: 1,
    submittedAt: '2022-05-18T02:00:00.000Z',
    registeredAt: '2022-05-18T02:00:00.000Z',
    basis: null,
    attachmentIds: [],
    channel: 'app',
    byName: '联络员',
    isWithdrawn: false,
    content: wholeContent(),
    contentHash: 'abc',
    answers: [],
  },
};

describe('a form left open while the report was handed in elsewhere', () => {
  it('turns into what was handed in, with the way to take it back, and keeps what was typed', async () => {
    let isHandedIn = false;
    answerWith(({ method, path }) => {
      if (/\/(ledger|measures)$/.test(path)) return { body: [] };
      if (method === 'GET') return { body: isHandedIn ? HANDED_IN : sampleReport(wholeContent()) };
      return {
        status: 409,
        body: { code: 'reporting.not-possible-submitted', sentence: '这份月报已经交了。', requestId: '' },
      };
    });
    draw(<ReportScreen reportId="r1" />);
    await settle();
    isHandedIn = true;
    fireEvent.click(screen.getByText('存在的问题'));
    const field = screen.getByDisplayValue('无');
    fireEvent.input(field, { target: { value: '又写了些' } });
    fireEvent.blur(field);
    await settle(100);
    expect(screen.getByText(/5月18日.*10:00已交，这里改的1处没交上去。$/)).toBeTruthy();
    expect(screen.getByText('要用请撤回修改。')).toBeTruthy();
    expect(screen.getByText('又写了些')).toBeTruthy();
    expect(screen.getByText('撤回修改')).toBeTruthy();
    expect(screen.queryByText('检查并交')).toBeNull();
    expect(keptOnDevice()).toContain('又写了些');
    fireEvent.click(screen.getByText('不用了'));
    expect(screen.queryByText('又写了些')).toBeNull();
    expect(keptOnDevice()).toContain('又写了些');
  });
});

describe('a hand-in whose answer was lost', () => {
  it('is looked for, said not to be in when it is not, and shows the receipt when it arrives after all', async () => {
    jest.useFakeTimers({ doNotFake: ['setTimeout'] });
    let isIn = false;
    answerWith(({ path, method }) => {
      if (path.endsWith('/receipt')) return isIn ? { body: { version: 1 } } : { status: 404, body: null };
      if (path.endsWith('/submit')) return 'offline';
      if (/\/(ledger|measures)$/.test(path)) return { body: [] };
      return method === 'GET' ? { body: sampleReport(wholeContent()) } : { body: {} };
    });
    draw(<ReportScreen reportId="r1" />);
    await settle();
    fireEvent.click(screen.getByText('检查并交'));
    await settle();
    expect(screen.getByText('还不知道交上没有')).toBeTruthy();
    jest.advanceTimersByTime(5_000);
    await settle();
    expect(fakeTaro.state.visited).toEqual([]);
    expect(screen.getByText('没交上，您填的都在')).toBeTruthy();
    expect(screen.getByText('再交一次')).toBeTruthy();
    isIn = true;
    jest.advanceTimersByTime(5_000);
    await settle();
    expect(fakeTaro.state.visited).toEqual(['/pages/receipt/index?id=r1&fresh=1']);
    jest.useRealTimers();
  });
});
