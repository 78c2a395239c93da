import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { LedgerItem, ReportContent } from '@jiannuo/shared/reporting';
import type { DraftServer } from '../../../../test/draft-server';
import { inBrowser } from '../../../../test/drawn';
import { draw, settle } from '../../../../test/render';
import { OFFER, OFFERED_ITEM, serveOffers, withOfferedItem } from '../../../../test/sample-offers';
import { sampleContent, sampleReport } from '../../../../test/sample-report';
import { ReportForm } from './report-form';

async function open(content: ReportContent, offers: readonly LedgerItem[] = [OFFER]): Promise<DraftServer> {
  const drafts = serveOffers(content, offers);
  draw(<ReportForm report={sampleReport(content)} />);
  await settle();
  fireEvent.click(screen.getByText('“码上诚信”'));
  await settle();
  return drafts;
}

const itemsOf = ({ content }: DraftServer) => content.headings.find(({ id }) => id === 'h8')?.items;

beforeEach(inBrowser);
afterEach(cleanup);

describe('what is done in the ledger, beside the report on wide windows (M1)', () => {
  it('is brought in from beside the heading, and then says so', async () => {
    const drafts = await open(sampleContent());
    expect(screen.getByText('台账里完成的')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('把“窗口亮码”带进来'));
    expect(screen.getByText('已带入')).toBeTruthy();
    await settle(2_600);
    expect(itemsOf(drafts)).toEqual([OFFERED_ITEM]);
  });

  it('says what the ledger has where the officer put it otherwise, and changes it only when told', async () => {
    await open(withOfferedItem({ result: '我写的成果。' }));
    expect(screen.getByText('和您填的不一样')).toBeTruthy();
    expect(screen.getByText('工作成果：6类窗口亮码。')).toBeTruthy();
    expect(screen.getByDisplayValue('我写的成果。')).toBeTruthy();
    fireEvent.click(screen.getByText('用台账的'));
    expect(screen.getByDisplayValue('6类窗口亮码。')).toBeTruthy();
    expect(screen.getByText('已带入')).toBeTruthy();
  });

  it('stops asking once the officer says that his words are right, and keeps them', async () => {
    await open(withOfferedItem({ result: '我写的成果。' }));
    fireEvent.click(screen.getByText('我填的对'));
    expect(screen.queryByText('和您填的不一样')).toBeNull();
    expect(screen.getByDisplayValue('我写的成果。')).toBeTruthy();
  });
});
