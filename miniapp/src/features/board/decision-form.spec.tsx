import type { BoardCell } from '@jiannuo/shared/obligations';
import { fireEvent, screen } from '@testing-library/react';
import { answerWith } from '../../../test/answers';
import { inBrowser } from '../../../test/drawn';
import { draw, settle } from '../../../test/render';
import type { ShownRow } from './board-filter';
import { DecisionForm } from './decision-form';

const DUE_AT = '2022-05-20T16:00:00.000Z';
const SHOWN = { row: { unitName: '逊克县' }, cell: { obligationId: 'o1', dueAt: DUE_AT } as BoardCell } as ShownRow;
const DATE = '宽限到这天24:00';

/** The sentence under each field that has one. */
function errors(): readonly (readonly [field: string | null | undefined, sentence: string | null])[] {
  return screen
    .queryAllByRole('alert')
    .map((alert) => [alert.closest('.field')?.querySelector('.field-label')?.textContent, alert.textContent]);
}

async function send(): Promise<void> {
  fireEvent.click(screen.getByText('宽限这一家'));
  await settle();
}

beforeEach(() => {
  inBrowser();
  draw(<DecisionForm kind="extend" shown={SHOWN} now="2022-05-19T01:00:00.000Z" onDone={() => undefined} />);
});

describe('宽限', () => {
  it('says at the date that none was chosen', async () => {
    await send();
    expect(errors()).toEqual([[DATE, '请选延到哪一天。']]);
  });

  it('says at the reason that it is missing, and at the date what the server refuses about it', async () => {
    answerWith(() => ({ status: 422, body: { code: 'obligations.due-too-far', sentence: '请选近一些的日子。' } }));
    fireEvent.input(screen.getByLabelText(DATE), { target: { value: '2022-08-01' } });
    await send();
    expect(errors()).toEqual([['原因', '请写原因，单位也看得到。']]);
    fireEvent.input(screen.getByLabelText('原因'), { target: { value: '防汛' } });
    await send();
    expect(errors()).toEqual([[DATE, '请选近一些的日子。']]);
  });
});
