import type { AssessmentListView } from '@jiannuo/shared/assessment';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { answerWith, sentCalls, type Answer } from '../../../../test/answers';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { ToastHost } from '../../../ui/overlay/toast';
import { MonthClosing } from './month-closing';

const LIST: AssessmentListView = {
  period: '2022-05',
  serverNow: '2022-05-30T01:00:00.000Z',
  previousPeriod: '2022-04',
  nextPeriod: null,
  dueAt: '2022-05-23T16:00:00.000Z',
  rows: [],
  finalisable: 0,
  mayPublish: false,
  openEnds: [],
  isDrawPending: false,
};
let onWrite: Answer;

beforeEach(() => {
  inBrowser();
  onWrite = { body: { counties: 5, left: 1 } };
  answerWith(() => onWrite);
});
afterEach(cleanup);

describe('closing a month of all counties', () => {
  it('is not offered while no county is that far', () => {
    draw(<MonthClosing list={LIST} />);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('makes those final that can be, after one more question, and says why when it is refused', async () => {
    draw(<MonthClosing list={{ ...LIST, finalisable: 5 }} />);
    fireEvent.click(screen.getByText('5个县定稿'));
    onWrite = { status: 409, body: { code: 'assessment.draw-first', sentence: '这个月的抽查还没摇号，摇过再定稿。' } };
    fireEvent.click(within(screen.getByRole('dialog')).getByText('定稿'));
    await settle();
    expect(screen.getByText('这个月的抽查还没摇号，摇过再定稿。')).toBeTruthy();
    onWrite = { body: { counties: 5, left: 1 } };
    fireEvent.click(within(screen.getByRole('dialog')).getByText('定稿'));
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sentCalls().at(-1)).toMatchObject({ path: expect.stringMatching(/finalise$/), body: { period: '2022-05' } });
  });

  it('says that counties are asked again where something fell due since their review', async () => {
    draw(
      <>
        <MonthClosing list={{ ...LIST, mayPublish: true }} />
        <ToastHost />
      </>,
    );
    onWrite = { body: { counties: 0, restated: 1 } };
    fireEvent.click(screen.getByText('通报5月得分'));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('通报'));
    await settle();
    expect(screen.getByText('有漏报迟报，1个县重算了')).toBeTruthy();
  });

  it('names what is still open before it closes the month, and does not forbid', () => {
    const openEnds = [
      { unitName: '孙吴县', unchecked: 7, unconfirmed: 0 },
      { unitName: '北安市', unchecked: 1, unconfirmed: 2 },
    ];
    draw(<MonthClosing list={{ ...LIST, mayPublish: true, openEnds }} />);
    fireEvent.click(screen.getByText('通报5月得分'));
    expect(screen.getByText('孙吴县：7条没抽查')).toBeTruthy();
    expect(screen.getByText('北安市：1条没抽查，2项申报没确认，不计分')).toBeTruthy();
    expect(screen.getByText('还没办完，就这样办吗？')).toBeTruthy();
    expect(within(screen.getByRole('dialog')).getByText('通报')).toBeTruthy();
  });

  it('tells the month once all are final', async () => {
    draw(<MonthClosing list={{ ...LIST, mayPublish: true }} />);
    fireEvent.click(screen.getByText('通报5月得分'));
    fireEvent.click(within(screen.getByRole('dialog')).getByText('通报'));
    await settle();
    expect(sentCalls().at(-1)).toMatchObject({ path: expect.stringMatching(/publish$/), body: { period: '2022-05' } });
  });
});
