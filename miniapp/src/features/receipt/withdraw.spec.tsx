import { fireEvent, screen } from '@testing-library/react';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { answerWith, sentCalls } from '../../../test/answers';
import { draw, settle } from '../../../test/render';
import { fakeTaro } from '../../../test/taro';
import { Withdraw } from './withdraw';

const UNTIL = '2022-05-20T16:00:00.000Z';
const RECEIPT = { reportId: 'r1', firstAt: '1', receivedAt: '1' } as ReceiptView;

describe('撤回修改 on a receipt', () => {
  it('asks first, takes back, and puts the form in the receipt’s place', async () => {
    answerWith(() => ({ body: {} }));
    draw(<Withdraw receipt={RECEIPT} until={UNTIL} />);
    fireEvent.click(screen.getByText('撤回修改'));
    expect(sentCalls()).toEqual([]);
    fireEvent.click(screen.getByText('撤回'));
    await settle();
    expect(sentCalls()[0]).toMatchObject({ method: 'POST', path: '/api/reports/r1/withdraw' });
    expect(fakeTaro.state.visited).toEqual(['/pages/report/index?id=r1']);
  });

  it('says after a return that it is to be corrected again, not that it is owed', () => {
    draw(<Withdraw receipt={{ ...RECEIPT, receivedAt: '2' }} until={UNTIL} />);
    fireEvent.click(screen.getByText('撤回修改'));
    expect(screen.getByText(/^撤回后还是退回修改，请在.*再交。$/)).toBeTruthy();
  });

  it('is the same wish when the answer was lost and it is sent again', async () => {
    fakeTaro.state.server = () => Promise.reject(new Error('request:fail timeout'));
    draw(<Withdraw receipt={RECEIPT} until={UNTIL} />);
    fireEvent.click(screen.getByText('撤回修改'));
    fireEvent.click(screen.getByText('撤回'));
    await settle();
    answerWith(() => ({ body: {} }));
    fireEvent.click(screen.getByText('撤回'));
    await settle();
    const keys = fakeTaro.state.requests.map(({ header }) => header['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('says why it cannot be taken back any more', async () => {
    const sentence = '现在过了撤回的时间。';
    answerWith(() => ({ status: 409, body: { code: 'reporting.past-due', sentence, requestId: '' } }));
    draw(<Withdraw receipt={RECEIPT} until={UNTIL} />);
    fireEvent.click(screen.getByText('撤回修改'));
    fireEvent.click(screen.getByText('撤回'));
    await settle();
    expect(screen.getByText(sentence)).toBeTruthy();
    expect(screen.queryByText('撤回')).toBeNull();
    fireEvent.click(screen.getByText('看看现在怎样'));
    expect(screen.queryByText(sentence)).toBeNull();
    expect(fakeTaro.state.visited).toEqual([]);
  });
});
