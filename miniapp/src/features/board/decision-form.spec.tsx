import type { BoardCell } from '@jiannuo/shared/obligations';
import { fireEvent, screen } from '@testing-library/react';
import { correctClock } from '../../platform/clock';
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
});

function drawForm(kind: 'extend' | 'shorten', dueAt = DUE_AT): void {
  const shown = { ...SHOWN, cell: { ...SHOWN.cell, dueAt } };
  const now = '2022-05-19T01:00:00.000Z';
  draw(<DecisionForm kind={kind} shown={shown} ownDueAt={DUE_AT} now={now} onDone={() => undefined} />);
}

describe('撤销宽限', () => {
  it('offers the day that all others have, and sends it with the reason', async () => {
    const asked: unknown[] = [];
    answerWith((call) => {
      asked.push([call.path, call.body]);
      return { body: {} };
    });
    correctClock('2022-05-19T01:00:00.000Z');
    drawForm('shorten', '2022-06-20T16:00:00.000Z');
    expect(screen.getByLabelText('改到这天24:00')).toHaveProperty('value', '2022-05-20');
    fireEvent.input(screen.getByLabelText('原因'), { target: { value: '点错了' } });
    fireEvent.click(screen.getByText('撤销宽限'));
    await settle();
    expect(asked).toEqual([['/api/obligations/o1/shorten', { dueAt: DUE_AT, reason: '点错了' }]]);
  });
});

describe('宽限', () => {
  beforeEach(() => {
    drawForm('extend');
  });

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
