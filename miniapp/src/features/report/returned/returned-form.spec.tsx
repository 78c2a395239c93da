import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { ReportView } from '@jiannuo/shared/reporting';
import { answerWith, sentCalls } from '../../../../test/answers';
import { draw, settle } from '../../../../test/render';
import { sampleReport, wholeContent } from '../../../../test/sample-report';
import { ReturnedForm } from './returned-form';

const REMARKS = [
  { path: 'problems/p1', text: '请写具体。' },
  { path: 'plans/q1', text: '请写时间。' },
];

function drawReturned() {
  const version = {
    number: 1,
    submittedAt: '2022-05-18T02:00:00.000Z',
    channel: 'app',
    byName: '联络员',
    isWithdrawn: false,
    content: wholeContent(),
    contentHash: 'abc',
    answers: [],
    registeredAt: '2022-05-18T02:00:00.000Z',
    basis: null,
    attachmentIds: [],
  } as const;
  const report: ReportView = { ...sampleReport(wholeContent()), state: 'returned', submitted: version };
  const review = {
    decision: 'returned',
    version: 1,
    remarks: REMARKS,
    byUnit: '市专班',
    at: '2022-05-21T02:00:00.000Z',
    correctionDueAt: '2022-05-24T16:00:00.000Z',
  } as const;
  answerWith(() => ({ body: { reportId: 'r1' } }));
  draw(<ReturnedForm report={report} former={version} review={review} />);
}

function handIns() {
  return sentCalls().filter(({ path }) => path.endsWith('/submit'));
}

describe('再交', () => {
  it('names and shows what is not changed first, and asks once before it hands in all the same', async () => {
    drawReturned();
    fireEvent.click(screen.getByText('再交'));
    await settle();
    expect(handIns()).toEqual([]);
    expect(screen.getByText('存在的问题还没改')).toBeTruthy();
    expect(screen.queryByText('还有2处没改，仍要交吗？')).toBeNull();
    fireEvent.click(screen.getByText('再交'));
    expect(screen.getByText('还有2处没改，仍要交吗？')).toBeTruthy();
    expect(handIns()).toEqual([]);
    fireEvent.click(screen.getByText('仍要交'));
    await settle();
    expect(handIns()).toHaveLength(1);
  });

  it('takes “没有改，原来就对” with its reason instead of a change, and sends it along', async () => {
    drawReturned();
    fireEvent.click(screen.getByLabelText(/存在的问题.*没有改，原来就对/));
    fireEvent.input(screen.getByLabelText('为什么原来就对'), { target: { value: '和市局核对过' } });
    expect(screen.getByText('还有1处没改')).toBeTruthy();
    fireEvent.click(screen.getByText('再交'));
    fireEvent.click(screen.getByText('再交'));
    fireEvent.click(screen.getByText('仍要交'));
    await settle();
    expect(handIns()[0]?.body).toMatchObject({ answers: [{ path: 'problems/p1', text: '和市局核对过' }] });
  });

  it('keeps a reason that was begun, and forgets it when the place is to be changed after all', () => {
    drawReturned();
    fireEvent.click(screen.getByLabelText(/存在的问题.*没有改，原来就对/));
    fireEvent.input(screen.getByLabelText('为什么原来就对'), { target: { value: '核对过' } });
    cleanup();
    drawReturned();
    expect(screen.getByLabelText('为什么原来就对')).toHaveProperty('value', '核对过');
    fireEvent.click(screen.getByText('还是要改'));
    expect(screen.queryByLabelText('为什么原来就对')).toBeNull();
  });
});
