import { carriedOver, correctingOf, type Addressee, type HeldTicket, type TicketState } from '.';

const DUE = '2022-05-25T10:00:00.000Z';
const GIVEN = '2022-05-31T10:00:00.000Z';
const ASKED = { answer: 'feedback', dueAt: DUE } as const;
const HELD: HeldTicket = { part: 'main', state: 'working', handler: '', answerDueAt: DUE, askedDueAt: null };

const held = (unitId: string, state: TicketState, change: Partial<HeldTicket> = {}) => {
  return { ...HELD, unitId, unitName: unitId, state, ...change };
};
const to = (unitId: string, part: Addressee['part'] = 'main'): Addressee => ({ unitId, part });
const correcting = (before: Parameters<typeof correctingOf>[0], addressees: readonly Addressee[]) => {
  return correctingOf(before, DUE, { ...ASKED, addressees });
};

describe('a correction', () => {
  it('withdraws what units have to whom it is not addressed any more, and lets be what is over', () => {
    const before = [held('逊克县', 'working'), held('爱辉区', 'answered'), held('孙吴县', 'finished')];
    expect(correcting(before, [to('逊克县')])).toMatchObject({ withdrawn: ['爱辉区'], anew: [] });
  });

  it('lets those begin anew who had answered, or were done', () => {
    const before = [held('逊克县', 'finished'), held('爱辉区', 'answered'), held('孙吴县', 'to-sign')];
    expect(correcting(before, [to('逊克县'), to('爱辉区'), to('孙吴县')])).toMatchObject({
      withdrawn: [],
      anew: ['逊克县', '爱辉区'],
    });
  });

  it('asks nothing anew of whom it only copies', () => {
    expect(correcting([held('逊克县', 'finished')], [to('逊克县', 'copy')])).toMatchObject({ withdrawn: [], anew: [] });
  });

  it('says who keeps the time that was given, and whose request goes on to wait', () => {
    const before = [
      held('逊克县', 'working', { answerDueAt: GIVEN }),
      held('爱辉区', 'working', { askedDueAt: GIVEN }),
      held('孙吴县', 'working'),
      held('北安市', 'working', { answerDueAt: GIVEN, askedDueAt: GIVEN }),
    ];
    expect(correcting(before, [to('逊克县'), to('爱辉区'), to('孙吴县')])).toMatchObject({
      kept: [{ unitName: '逊克县', dueAt: GIVEN }],
      asking: ['爱辉区'],
    });
  });
});

describe('what goes over to a correction', () => {
  const NOTHING = { handler: '', dueAt: null, isAsking: false };
  const main = { ...ASKED, part: 'main' } as const;

  it('is more time than the notice itself gave, and than the correction gives', () => {
    const given = { ...HELD, answerDueAt: GIVEN };
    expect(carriedOver(given, DUE, main).dueAt).toBe(GIVEN);
    expect(carriedOver(given, DUE, { ...main, dueAt: GIVEN }).dueAt).toBeNull();
    expect(carriedOver(given, GIVEN, main).dueAt).toBeNull();
  });

  it('is a request for more than that', () => {
    const wish = '2022-06-02T10:00:00.000Z';
    expect(carriedOver({ ...HELD, askedDueAt: wish }, DUE, main).isAsking).toBe(true);
    expect(carriedOver({ ...HELD, answerDueAt: GIVEN, askedDueAt: GIVEN }, DUE, main)).toMatchObject({
      dueAt: GIVEN,
      isAsking: false,
    });
  });

  it('is nothing where one of the two asks nothing of the unit, or what it had was withdrawn', () => {
    const full = { ...HELD, handler: '老李', answerDueAt: GIVEN, askedDueAt: GIVEN };
    expect(carriedOver(full, DUE, main).handler).toBe('老李');
    expect(carriedOver(full, DUE, { ...main, part: 'copy' })).toEqual(NOTHING);
    expect(carriedOver(full, DUE, { ...main, answer: 'receipt' })).toEqual(NOTHING);
    expect(carriedOver(full, DUE, { ...main, dueAt: null })).toEqual(NOTHING);
    expect(carriedOver({ ...full, part: 'copy' }, DUE, main)).toEqual(NOTHING);
    expect(carriedOver({ ...full, state: 'withdrawn' }, DUE, main)).toEqual(NOTHING);
  });
});
