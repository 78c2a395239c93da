import { act, screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { drawn, inBrowser } from '../../../test/drawn';
import { LookBox } from './look-box';

async function look(units: number): Promise<void> {
  answerWith(() => ({ body: { units: [{ unitName: '逊克县', owed: [], duplicates: [] }] } }));
  const unitIds = Array.from({ length: units }, (_, index) => `u${String(index)}`);
  const texts = { title: '', requirement: '', reason: '', linkId: '', correctsId: '' };
  await act(async () => {
    drawn(<LookBox {...texts} unitIds={unitIds} isAsking={false} onReason={() => undefined} />);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  });
}

beforeEach(inBrowser);

describe('the look before a notice to very many units is sent on', () => {
  it('says how many units it did not look at', async () => {
    await look(2_951);
    expect(screen.getByText('只看了前30家，另外2,921家没看。')).toBeTruthy();
  });

  it('has nothing to say of a group that it looked at whole', async () => {
    await look(30);
    expect(screen.queryByText(/没看/)).toBeNull();
  });
});
