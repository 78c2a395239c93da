import { eventWords, findingDue, findingWords, occasionWords, progressWords } from './inspection-words';

const NONE = { all: 0, waiting: 0, overdue: 0, over: 0 };

describe('an inspection in words', () => {
  it('says first what waits for the reader, then what is late', () => {
    const [state, toOn, today] = ['rectification', '2022-05-18', '2022-05-18'] as const;
    expect(progressWords({ state, findings: { ...NONE, all: 3, waiting: 1, overdue: 1 }, toOn }, today).text).toBe(
      '1个等您核查',
    );
    expect(progressWords({ state, findings: { ...NONE, all: 3, overdue: 1 }, toOn }, today).text).toBe('1个超期');
    expect(progressWords({ state, findings: { ...NONE, all: 3, over: 2 }, toOn }, today).text).toBe('2/3个办完');
    expect(progressWords({ state: 'planned', findings: NONE, toOn }, today).text).toBe('计划');
    const past = progressWords({ state: 'under-way', findings: NONE, toOn }, '2022-05-19');
    expect(past).toEqual({ shape: 'late', text: '督导中，过了结束日' });
    expect(progressWords({ state: 'closed', findings: NONE, toOn }, '2022-05-19').text).toBe('办结');
  });

  it('names its days once when it takes one', () => {
    const [method, at] = ['on-site', '2022-05-17T01:00:00.000Z'] as const;
    expect(occasionWords({ method, fromOn: '2022-05-16', toOn: '2022-05-16' }, at)).toBe('实地督导　5月16日 周一');
    expect(occasionWords({ method, fromOn: '2022-05-16', toOn: '2022-05-18' }, at)).toBe('实地督导　5月16日至5月18日');
    const later = occasionWords({ method, fromOn: '2022-05-16', toOn: '2022-05-18' }, '2023-01-05T02:00:00.000Z');
    expect(later).toBe('实地督导　2022年5月16日至5月18日');
    const across = occasionWords({ method, fromOn: '2022-12-30', toOn: '2023-01-05' }, at);
    expect(across).toBe('实地督导　12月30日至2023年1月5日');
    expect(occasionWords({ method, fromOn: null, toOn: null }, at)).toBe('实地督导');
  });

  it('is due only while the unit has something to put right', () => {
    const dueAt = '2022-05-25T10:00:00.000Z';
    const at = '2022-05-20T10:00:00.000Z';
    const asked = { state: 'to-rectify', dueAt, concealedIn: null } as const;
    expect(findingDue(asked, at)?.sentence).toBe('5月25日 周三 18:00前交整改情况');
    expect(findingDue({ ...asked, concealedIn: 'o1' }, at)?.sentence).toBe('5月25日 周三 18:00前说明情况');
    expect(findingDue({ ...asked, state: 'answered' }, at)).toBeNull();
    expect(findingDue({ ...asked, dueAt: null }, at)).toBeNull();
  });

  it('asks for an explanation where something is said to be hidden, and says how that ended', () => {
    const words = (state: 'to-rectify' | 'answered' | 'cleared' | 'upheld', concealedIn: string | null) =>
      findingWords({ state, concealedIn }).text;
    expect([words('to-rectify', null), words('to-rectify', 'o1')]).toEqual(['待整改', '待说明']);
    expect([words('answered', null), words('answered', 'o1')]).toEqual(['待核查', '待认定']);
    expect([words('cleared', 'o1'), words('upheld', 'o1')]).toEqual(['说明已认可', '瞒报成立']);
    expect([eventWords('answer', false), eventWords('answer', true)]).toEqual(['交整改情况', '说明情况']);
  });
});
