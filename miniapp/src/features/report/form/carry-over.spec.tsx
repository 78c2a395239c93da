import { fireEvent, screen } from '@testing-library/react';
import { answerWith } from '../../../../test/answers';
import { inBrowser } from '../../../../test/drawn';
import { draw } from '../../../../test/render';
import { sampleContent, sampleReport } from '../../../../test/sample-report';
import { ReportForm } from './report-form';

describe('last month’s plan', () => {
  beforeEach(inBrowser);

  it('is written into the first piece of work that is still empty, and says under which heading', () => {
    answerWith(() => 'offline');
    const report = {
      ...sampleReport(sampleContent()),
      previousPlans: [{ id: 'q0', text: '集中公示到期合同' }],
    };
    draw(<ReportForm report={report} />);
    fireEvent.click(screen.getByText('再加一条工作'));
    expect(screen.getAllByLabelText(/^删除第/)).toHaveLength(2);
    fireEvent.click(screen.getByLabelText('把“集中公示到期合同”带进来'));
    expect(screen.getAllByLabelText(/^删除第/)).toHaveLength(2);
    expect(screen.getByText('写进（一）第2条')).toBeTruthy();
  });
});
