import { correctingOf, type Addressee, type TicketState } from '.';

const held = (unitId: string, state: TicketState) => ({ unitId, unitName: unitId, state });
const to = (unitId: string, part: Addressee['part'] = 'main'): Addressee => ({ unitId, part });

describe('a correction', () => {
  it('withdraws what units have to whom it is not addressed any more, and lets be what is over', () => {
    const before = [held('逊克县', 'working'), held('爱辉区', 'answered'), held('孙吴县', 'finished')];
    expect(correctingOf(before, [to('逊克县')])).toEqual({ withdrawn: ['爱辉区'], anew: [] });
  });

  it('lets those begin anew who had answered, or were done', () => {
    const before = [held('逊克县', 'finished'), held('爱辉区', 'answered'), held('孙吴县', 'to-sign')];
    expect(correctingOf(before, [to('逊克县'), to('爱辉区'), to('孙吴县')])).toEqual({
      withdrawn: [],
      anew: ['逊克县', '爱辉区'],
    });
  });

  it('asks nothing anew of whom it only copies', () => {
    expect(correctingOf([held('逊克县', 'finished')], [to('逊克县', 'copy')])).toEqual({ withdrawn: [], anew: [] });
  });
});
