import type { LedgerRowView } from '@jiannuo/shared/ledger';
import { fireEvent, screen } from '@testing-library/react';
import { answerWith, sentCalls } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { LeadActSheet, leadActsOn } from './lead-acts';

const ROW = { id: 'r1', revision: 4, measure: { title: '银企对接' } } as unknown as LedgerRowView;
const withActions = (...actions: LedgerRowView['actions']): LedgerRowView => ({ ...ROW, actions });

describe('what the lead unit says of a row (附件2三)', () => {
  it('is what may be said now, and nothing for its own unit', () => {
    const labelsOf = (row: LedgerRowView) => leadActsOn(row).map(({ label }) => label);
    expect(labelsOf(withActions('return'))).toEqual(['不认']);
    expect(labelsOf(withActions('correct-done', 'correct-undone'))).toEqual(['更正为没完成', '更正为完成']);
    expect(labelsOf(withActions('record', 'mark-done'))).toEqual([]);
  });

  it('is a correction with its reason where a review or a score rests on it', async () => {
    answerWith(() => ({ body: ROW }));
    const [act] = leadActsOn(withActions('correct-done'));
    const onClose = jest.fn();
    draw(<LeadActSheet act={act!} row={ROW} onClose={onClose} />);
    expect(screen.getByText('“银企对接”更正为完成')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('为什么更正'), { target: { value: '退错了。' } });
    fireEvent.click(screen.getByText('更正为完成'));
    await settle();
    const path = expect.stringMatching(/\/rows\/r1\/correct-done$/) as string;
    expect(sentCalls()).toMatchObject([{ path, body: { revision: 4, reason: '退错了。' } }]);
    expect(onClose).toHaveBeenCalled();
  });
});
