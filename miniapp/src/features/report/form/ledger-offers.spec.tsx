import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { LedgerItem, ReportContent } from '@jiannuo/shared/reporting';
import type { DraftServer } from '../../../../test/draft-server';
import { draw, settle } from '../../../../test/render';
import { OFFER, OFFERED_ITEM, serveOffers, withOfferedItem } from '../../../../test/sample-offers';
import { sampleContent, sampleReport } from '../../../../test/sample-report';
import { fakeTaro } from '../../../../test/taro';
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

afterEach(cleanup);

describe('what is done in the ledger, in the report on a phone (M1)', () => {
  it('is named in its heading’s section, and comes in with its evidence on request', async () => {
    const drafts = await open(sampleContent());
    expect(screen.getByText('台账里完成了1项，没带进来：窗口亮码')).toBeTruthy();
    fireEvent.click(screen.getByText('带进来'));
    expect(screen.queryByText(/没带进来/)).toBeNull();
    expect(screen.getByDisplayValue('6类窗口亮码。')).toBeTruthy();
    expect(screen.getByText('推广通知')).toBeTruthy();
    await settle(2_600);
    expect(itemsOf(drafts)).toEqual([OFFERED_ITEM]);
  });

  it('says nothing where all of it is in, or the officer put it otherwise', async () => {
    await open(withOfferedItem({ result: '我写的成果。' }));
    expect(screen.queryByText(/没带进来/)).toBeNull();
  });

  it('brings in what the ledger changed since, beside text that was typed and stays', async () => {
    const later = { ...OFFERED_ITEM, work: '又张贴3处。', result: '9类窗口亮码。' };
    await open(withOfferedItem({ result: '我写的成果。' }), [
      { headingId: 'h8', item: later, earlier: [OFFERED_ITEM] },
    ]);
    fireEvent.click(screen.getByText('带进来'));
    expect(screen.getByDisplayValue('又张贴3处。')).toBeTruthy();
    expect(screen.getByDisplayValue('我写的成果。')).toBeTruthy();
  });

  it('comes in all at once, where it waits under several headings', async () => {
    const other = { headingId: 'h1', item: { ...OFFERED_ITEM, id: 'ledger-R2', title: '公示承诺' }, earlier: [] };
    const drafts = serveOffers(sampleContent(), [OFFER, other]);
    draw(<ReportForm report={sampleReport()} />);
    await settle();
    expect(screen.getByText('台账里完成了2项，没带进来')).toBeTruthy();
    fireEvent.click(screen.getByText('全部带进来'));
    await settle();
    expect(screen.queryByText('全部带进来')).toBeNull();
    await settle(2_600);
    const titles = drafts.content.headings.flatMap(({ items }) => items.map(({ title }) => title));
    expect(titles).toEqual(expect.arrayContaining(['窗口亮码', '公示承诺']));
  });

  it('says what the ledger lists and has not done, and that “本月无此项任务” contradicts it', async () => {
    const content = sampleContent();
    serveOffers(content, [], [{ id: 'R9', headingId: 'h8', title: '银企对接', state: 'on-schedule' }]);
    draw(<ReportForm report={sampleReport(content)} />);
    await settle();
    fireEvent.click(screen.getByText('“码上诚信”'));
    await settle();
    expect(screen.getByText('台账本月还列了“银企对接”（按计划推进）')).toBeTruthy();
    cleanup();
    const denied = content.headings.map((each) =>
      each.id === 'h8' ? { ...each, items: [], noneReason: '没有' } : each,
    );
    draw(<ReportForm report={sampleReport({ ...content, headings: denied })} />);
    await settle();
    fireEvent.click(screen.getByText('“码上诚信”'));
    await settle();
    expect(screen.getByText('台账本月列了1项，和“无此项任务”对不上')).toBeTruthy();
  });

  it('leaves the report as it is when the ledger cannot be asked', async () => {
    fakeTaro.state.server = () => ({ status: 500, body: null });
    draw(<ReportForm report={sampleReport()} />);
    await settle();
    fireEvent.click(screen.getByText('“码上诚信”'));
    expect(screen.queryByText(/台账/)).toBeNull();
    expect(screen.getByText('写第1条工作')).toBeTruthy();
  });
});
