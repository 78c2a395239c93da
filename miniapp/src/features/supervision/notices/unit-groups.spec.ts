import type { TicketRow } from '@jiannuo/shared/supervision';
import { unitGroups, unitsIn } from './unit-groups';

const AT = '2022-05-20T01:00:00.000Z';

function unit(unitName: string, change: Partial<TicketRow> = {}): TicketRow {
  const row = { kind: 'order', state: 'working', noticeState: 'issued', openedAt: AT, isShaken: false };
  return { ...row, unitName, dueAt: '2022-05-25T10:00:00.000Z', reviewDueAt: null, ...change } as TicketRow;
}

const UNITS = [
  unit('爱辉区', { state: 'to-sign', dueAt: '2022-05-18T16:00:00.000Z' }),
  unit('北安市'),
  unit('逊克县', { state: 'answered', dueAt: null, reviewDueAt: '2022-05-24T10:00:00.000Z' }),
  unit('孙吴县', { dueAt: '2022-05-18T16:00:00.000Z' }),
];

describe('the units of a notice to very many', () => {
  it('are counted by what has to be turned to first, then by how they stand', () => {
    const words = unitGroups(UNITS, AT).map(({ name, count }) => `${name}${String(count)}`);
    expect(words).toEqual(['全部4', '等您办1', '超期2', '待签收1', '办理中2', '待复核1']);
  });

  it('are late with nothing while the lead unit has to say what holds', () => {
    const late = unit('北安市', { dueAt: '2022-05-18T16:00:00.000Z', isShaken: true });
    expect(unitGroups([late], AT).map(({ name }) => name)).toEqual(['全部', '办理中']);
  });

  it('leave out what nobody is in', () => {
    expect(unitGroups([unit('北安市')], AT).map(({ name }) => name)).toEqual(['全部', '办理中']);
  });

  it('are narrowed to one group and to a part of their name together', () => {
    const named = (group: string, find: string): readonly string[] =>
      unitsIn(UNITS, { group, find }, AT).map(({ unitName }) => unitName);
    expect(named('全部', ' 县 ')).toEqual(['逊克县', '孙吴县']);
    expect(named('超期', '')).toEqual(['爱辉区', '孙吴县']);
    expect(named('超期', '县')).toEqual(['孙吴县']);
    expect(named('待复核', '市')).toEqual([]);
  });
});
