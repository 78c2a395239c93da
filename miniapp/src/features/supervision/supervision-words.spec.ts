import { NOTICE_STATES, TICKET_ACTIONS, TICKET_STATES } from '@jiannuo/shared/supervision';
import { eventWords, nextDue, noticeWords, ticketWords, unitsWords } from './supervision-words';
import { offered, STEP_FORMS } from './ticket-steps';

const NOW = '2022-05-17T00:30:00.000Z';

describe('the words of notices and tickets', () => {
  it('tell every state apart', () => {
    expect(new Set(TICKET_STATES.map((state) => ticketWords(state).text)).size).toBe(TICKET_STATES.length);
    expect(new Set(NOTICE_STATES.map((state) => noticeWords(state).text)).size).toBe(NOTICE_STATES.length);
  });

  it('say what is due next: to sign, then to answer, and nothing when nothing is', () => {
    const dueAt = '2022-05-25T10:00:00.000Z';
    expect(nextDue({ state: 'to-sign', dueAt }, NOW)?.sentence).toBe('5月25日 周三 18:00前签收');
    expect(nextDue({ state: 'working', dueAt }, NOW)).toEqual({
      chip: { shape: 'not-yet', text: '还剩8天' },
      sentence: '5月25日 周三 18:00前反馈',
    });
    expect(nextDue({ state: 'answered', dueAt: null }, NOW)).toBeNull();
  });

  it('name three units and count the others', () => {
    expect(unitsWords({ unitNames: ['逊克县', '孙吴县', '北安市'], unitCount: 20 })).toBe(
      '逊克县、孙吴县、北安市等20家',
    );
    expect(unitsWords({ unitNames: ['逊克县'], unitCount: 1 })).toBe('逊克县');
    expect(unitsWords({ unitNames: [], unitCount: 0 })).toBe('还没选单位');
  });

  it('count answers from the second on', () => {
    expect(eventWords({ action: 'answer', version: 1 })).toBe('反馈');
    expect(eventWords({ action: 'answer', version: 2 })).toBe('反馈（第2次）');
  });

  it('offer every step that the table knows, the likeliest first', () => {
    expect(Object.keys(STEP_FORMS).sort()).toEqual([...TICKET_ACTIONS].sort());
    expect(offered(['note', 'hand-over', 'answer']).map(([action]) => action)).toEqual(['answer', 'note', 'hand-over']);
  });
});
