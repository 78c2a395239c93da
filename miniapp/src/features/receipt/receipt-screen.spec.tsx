import { fireEvent, screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { ReceiptScreen } from './receipt-screen';

describe('the receipt of a report that was taken back', () => {
  it('says so to whoever wrote it, and leads to the form', async () => {
    const sentence = '这份月报撤回了，现在算还没交。改好了请再交。';
    answerWith(() => ({ status: 404, body: { code: 'reporting.taken-back', sentence, requestId: '' } }));
    draw(<ReceiptScreen handIn={{ kind: 'monthly-report', id: 'r1' }} />);
    await settle();
    expect(screen.getByText('这份月报撤回了')).toBeTruthy();
    fireEvent.click(screen.getByText('去改月报'));
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?id=r1']);
  });
});
