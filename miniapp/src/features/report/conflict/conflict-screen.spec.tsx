import { fireEvent, screen } from '@testing-library/react';
import type { ReportView } from '@jiannuo/shared/reporting';
import { DraftServer } from '../../../../test/draft-server';
import { draw, settle } from '../../../../test/render';
import { sampleContent, sampleReport } from '../../../../test/sample-report';
import { fakeTaro } from '../../../../test/taro';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { ReportConflictScreen } from './conflict-screen';

const WORK = 'headings/h1/items/i1/work';
const THEIRS = '公示到期合同，并公布电话';

function reportWithConflict(mine: string | null = '公示到期合同和承诺'): ReportView {
  const report = sampleReport(sampleContent(THEIRS));
  const conflict = {
    path: WORK,
    mine,
    theirs: THEIRS,
    theirDevice: '电脑 ab12',
    theirAt: '2022-05-17T04:38:00.000Z',
  };
  return { ...report, draft: { ...report.draft, conflicts: [conflict] } };
}

function drawScreen(mine?: string | null): DraftServer {
  const drafts = new DraftServer(sampleContent(THEIRS));
  fakeTaro.state.server = async ({ body }) => ({
    status: 200,
    body: await drafts.save((body as { changes: [] }).changes),
  });
  const { store } = draw(<ReportConflictScreen reportId="r1" />);
  store.setQueryData(QUERY_KEYS.report('r1'), reportWithConflict(mine));
  return drafts;
}

describe('two devices wrote the same field', () => {
  it('shows both texts whole, and marks only what differs', async () => {
    drawScreen();
    await settle();
    expect(screen.getByText('有1处两份不同，请选')).toBeTruthy();
    expect(screen.getByText('还没选')).toBeTruthy();
    const sides = screen.getAllByRole('radio').map((side) => side.textContent);
    expect(sides[0]).toContain('公示到期合同和承诺');
    expect(sides[1]).toContain('电脑');
    expect(sides[1]).toContain(THEIRS);
  });

  it('marks no word where one side was deleted', async () => {
    drawScreen(null);
    await settle();
    expect(screen.getByText('（这一条删去了）').className).not.toContain('marked');
    expect(screen.getByText(THEIRS).className).not.toContain('marked');
  });

  it('writes the chosen text of this device over the other one', async () => {
    const drafts = drawScreen();
    await settle();
    fireEvent.click(screen.getAllByRole('radio')[0]!);
    expect(screen.getByText('1处都选好了')).toBeTruthy();
    fireEvent.click(screen.getByText('用选好的'));
    await settle();
    expect(drafts.content.headings[0]!.items[0]!.work).toBe('公示到期合同和承诺');
    expect(fakeTaro.state.visited).toEqual(['back']);
  });

  it('leaves the other device’s text when that one is chosen', async () => {
    const drafts = drawScreen();
    await settle();
    fireEvent.click(screen.getAllByRole('radio')[1]!);
    fireEvent.click(screen.getByText('用选好的'));
    await settle();
    expect(drafts.content.headings[0]!.items[0]!.work).toBe(THEIRS);
    expect(fakeTaro.state.visited).toEqual(['back']);
  });

  it('takes a text made of both', async () => {
    const drafts = drawScreen();
    await settle();
    fireEvent.click(screen.getByText('合成一份，我来改'));
    const field = screen.getByLabelText('两份都在下面，请改成一份');
    expect((field as HTMLTextAreaElement).value).toBe(`公示到期合同和承诺\n${THEIRS}`);
    fireEvent.input(field, { target: { value: '公示到期合同和承诺，并公布电话' } });
    fireEvent.click(screen.getByText('就用这份'));
    fireEvent.click(screen.getByText('用选好的'));
    await settle();
    expect(drafts.content.headings[0]!.items[0]!.work).toBe('公示到期合同和承诺，并公布电话');
  });
});
