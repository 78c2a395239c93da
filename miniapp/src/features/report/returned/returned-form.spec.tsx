import { fireEvent, screen } from '@testing-library/react';
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
});
