import { findingDue, occasionWords, progressWords } from './inspection-words';

const NONE = { all: 0, waiting: 0, overdue: 0, over: 0 };

describe('an inspection in words', () => {
  it('says first what waits for the reader, then what is late', () => {
    const state = 'rectification';
    expect(progressWords({ state, findings: { ...NONE, all: 3, waiting: 1, overdue: 1 } }).text).toBe('1个等您核查');
    expect(progressWords({ state, findings: { ...NONE, all: 3, overdue: 1 } }).text).toBe('1个超期');
    expect(progressWords({ state, findings: { ...NONE, all: 3, over: 2 } }).text).toBe('2/3个改完');
    expect(progressWords({ state: 'planned', findings: NONE }).text).toBe('计划');
  });

  it('names its days once when it takes one', () => {
    const method = 'on-site';
    expect(occasionWords({ method, fromOn: '2022-05-16', toOn: '2022-05-16' })).toBe('实地督导　5月16日 周一');
    expect(occasionWords({ method, fromOn: '2022-05-16', toOn: '2022-05-18' })).toBe(
      '实地督导　5月16日 周一至5月18日 周三',
    );
    expect(occasionWords({ method, fromOn: null, toOn: null })).toBe('实地督导');
  });

  it('is due only while the unit has something to put right', () => {
    const dueAt = '2022-05-25T10:00:00.000Z';
    const at = '2022-05-20T10:00:00.000Z';
    expect(findingDue({ state: 'to-rectify', dueAt }, at)?.sentence).toBe('5月25日 周三 18:00前交整改情况');
    expect(findingDue({ state: 'answered', dueAt }, at)).toBeNull();
    expect(findingDue({ state: 'to-rectify', dueAt: null }, at)).toBeNull();
  });
});
