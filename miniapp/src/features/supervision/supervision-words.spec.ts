import { NOTICE_STATES, TICKET_ACTIONS, TICKET_STATES, type NoticeView } from '@jiannuo/shared/supervision';
import {
  answerDueWords,
  askWords,
  eventWords,
  inTurn,
  lateWords,
  leadDue,
  nextDue,
  noticeWords,
  openedWords,
  namesInLine,
  partyFacts,
  shelterWords,
  standsBefore,
  ticketWords,
  unitsWords,
} from './supervision-words';
import { offered, STEP_FORMS } from './tickets/ticket-steps';

const NOW = '2022-05-17T00:30:00.000Z';
const OPENED = { kind: 'order', noticeState: 'issued', openedAt: '2022-05-17T00:05:00.000Z' } as const;

describe('a request for more time that waits', () => {
  it('says on both sides until when it holds the ladder back, and what is when nobody answered', () => {
    const until = '2022-05-27T16:00:00.000Z';
    expect(shelterWords(until, '2022-05-24T01:00:00.000Z')).toBe(
      '等答复时先不往下督导，5月27日 周五 24:00前没答复就照常督导。',
    );
    expect(shelterWords(until, until)).toBe('5月27日 周五 24:00前没有答复，已经照常督导。');
    expect(shelterWords(null, until)).toBe('没有同意过延期，再申请不影响往下督导。');
  });
});

describe('the head of a notice', () => {
  const dueAt = '2022-05-24T04:00:00.000Z';
  const later = '2022-05-30T04:00:00.000Z';
  const unit = (answerDueAt: string | null) => ({ answerDueAt }) as NoticeView['units'][number];
  it('says the time that holds now, also after more was given', () => {
    expect(answerDueWords({ dueAt, units: [] }, NOW)).toBe('5月24日 周二 12:00前反馈');
    expect(answerDueWords({ dueAt, units: [unit(later), unit(null)] }, NOW)).toBe('5月30日 周一 12:00前反馈');
    expect(answerDueWords({ dueAt, units: [unit(dueAt), unit(later)] }, NOW)).toBe(
      '5月24日 周二 12:00前反馈，有的单位另有时限',
    );
    expect(answerDueWords({ dueAt: null, units: [] }, NOW)).toBe('');
  });
});

describe('the words of notices and tickets', () => {
  it('tell every state apart', () => {
    expect(new Set(TICKET_STATES.map((state) => ticketWords({ state, ...OPENED }).text)).size).toBe(
      TICKET_STATES.length,
    );
    expect(new Set(NOTICE_STATES.map((state) => noticeWords(state).text)).size).toBe(NOTICE_STATES.length);
  });

  it('say what is due next: to sign, then to answer, and nothing when nothing is', () => {
    const dueAt = '2022-05-25T10:00:00.000Z';
    expect(nextDue({ state: 'to-sign', dueAt, isShaken: false }, NOW)?.sentence).toBe('5月25日 周三 18:00前签收');
    expect(nextDue({ state: 'working', dueAt, isShaken: false }, NOW)).toEqual({
      chip: { shape: 'not-yet', text: '还剩8天' },
      sentence: '5月25日 周三 18:00前反馈',
    });
    expect(nextDue({ state: 'answered', dueAt: null, isShaken: false }, NOW)).toBeNull();
  });

  it('call what is only to be known 知悉 once it was opened: opening is the receipt', () => {
    const state = 'informed';
    expect(ticketWords({ state, ...OPENED, openedAt: null }).text).toBe('没打开');
    expect(ticketWords({ state, ...OPENED }).text).toBe('知悉');
    expect(openedWords({ state, ...OPENED }, NOW)).toMatch(/08:05打开$/);
    expect(openedWords({ state: 'to-sign', openedAt: null }, NOW)).toBe('没打开');
    expect(openedWords({ state: 'working', ...OPENED }, NOW)).toBe('');
  });

  it('call a clue that was signed for 已签收: what comes of it is another matter (art. 15)', () => {
    expect(ticketWords({ ...OPENED, kind: 'clue', state: 'finished' }).text).toBe('已签收');
    expect(ticketWords({ ...OPENED, state: 'finished' }).text).toBe('办结');
  });

  it('stand among many in the order in which somebody has to turn to them', () => {
    const unit = { state: 'working', dueAt: '2022-05-25T10:00:00.000Z', reviewDueAt: null, isShaken: false } as const;
    const units = [
      { ...unit, unitName: '爱辉区', state: 'finished' as const, dueAt: null },
      { ...unit, unitName: '北安市' },
      { ...unit, unitName: '五大连池市', dueAt: '2022-05-11T10:00:00.000Z', isShaken: true },
      { ...unit, unitName: '嫩江市', dueAt: '2022-05-16T10:00:00.000Z' },
      { ...unit, unitName: '逊克县', dueAt: '2022-05-12T10:00:00.000Z' },
      { ...unit, unitName: '孙吴县', state: 'answered' as const, dueAt: null, reviewDueAt: '2022-05-18T16:00:00.000Z' },
    ];
    expect(inTurn(units, NOW).map(({ unitName }) => unitName)).toEqual([
      '孙吴县',
      '逊克县',
      '嫩江市',
      '北安市',
      '五大连池市',
      '爱辉区',
    ]);
  });

  it('say how a notice ended, not that its ticket was taken back (R28)', () => {
    const ended = (noticeState: 'delisted' | 'voided' | 'corrected' | 'issued') => {
      return ticketWords({ ...OPENED, state: 'withdrawn', noticeState, openedAt: null }).text;
    };
    expect([ended('delisted'), ended('voided'), ended('corrected'), ended('issued')]).toEqual([
      '已摘牌',
      '已作废',
      '已更正',
      '已撤回',
    ]);
  });

  it('say that a notice is void also to whoever was done with it, and of a clue to whoever had signed for it', () => {
    const voided = (kind: 'order' | 'clue') => {
      return ticketWords({ kind, state: 'finished', noticeState: 'voided', openedAt: null }).text;
    };
    expect([voided('order'), voided('clue')]).toEqual(['已作废', '已作废']);
  });

  it('tell the lead unit of its own time first, also when that is over', () => {
    const times = { dueAt: '2022-05-25T10:00:00.000Z', reviewDueAt: '2022-05-12T16:00:00.000Z', isShaken: false };
    const waits = { ...times, isExtensionAsked: true };
    expect(leadDue({ state: 'working', ...waits }, NOW)?.sentence).toBe('5月12日 周四 24:00前答复');
    const answered = { ...waits, state: 'answered', dueAt: null } as const;
    expect(leadDue(answered, NOW)).toMatchObject({ chip: { shape: 'late' }, sentence: '5月12日 周四 24:00前答复' });
    expect(leadDue({ ...answered, isExtensionAsked: false }, NOW)?.sentence).toBe('5月12日 周四 24:00前复核');
    expect(leadDue({ state: 'working', ...waits, reviewDueAt: null }, NOW)?.sentence).toMatch(/反馈$/);
  });

  it('say also that the unit is late while its request waits for the lead unit', () => {
    const asked = {
      state: 'working',
      dueAt: '2022-05-12T04:00:00.000Z',
      reviewDueAt: '2022-05-12T04:00:00.000Z',
      isShaken: false,
    } as const;
    expect(lateWords(asked, NOW)).toBe('反馈超期5天');
    expect(lateWords({ ...asked, dueAt: '2022-05-20T04:00:00.000Z' }, NOW)).toBe('');
    expect(lateWords({ ...asked, reviewDueAt: null }, NOW)).toBe('');
  });

  it('count no days while what the notice rests on fell away and the lead unit has not said what holds', () => {
    const undecided = { chip: { shape: 'returned', text: '依据有变' }, sentence: '等牵头单位决定' };
    const dueAt = '2022-05-12T04:00:00.000Z';
    const late = { state: 'working', dueAt, isShaken: true, reviewDueAt: null, isExtensionAsked: false } as const;
    expect(nextDue(late, NOW)).toEqual(undecided);
    expect(leadDue(late, NOW)).toEqual(undecided);
    expect(lateWords({ ...late, reviewDueAt: '2022-05-18T04:00:00.000Z' }, NOW)).toBe('');
    expect(nextDue({ ...late, state: 'answered', dueAt: null }, NOW)).toBeNull();
  });

  it('say what became of a request for more time that nobody answered', () => {
    const events = (...actions: readonly ('ask-extension' | 'answer' | 'grant-extension')[]) => {
      return actions.map((action) => ({ action }));
    };
    expect(askWords(events('ask-extension'), 0, true)).toBe('等答复');
    expect(askWords(events('ask-extension', 'answer'), 0, false)).toBe('没等答复，先交了反馈');
    expect(askWords(events('ask-extension', 'grant-extension', 'answer'), 0, false)).toBe('');
  });

  it('say that a request goes on to wait after a late hand-in, and nothing once it was answered', () => {
    const asked = [{ action: 'ask-extension' }, { action: 'answer' }] as const;
    expect(askWords(asked, 0, true)).toBe('等答复');
    expect(askWords([...asked, { action: 'grant-extension' }], 0, false)).toBe('');
    const twice = [...asked, { action: 'return' }, { action: 'ask-extension' }] as const;
    expect([0, 3].map((index) => askWords(twice, index, true))).toEqual(['没等答复，先交了反馈', '等答复']);
    expect(askWords([...twice, { action: 'grant-extension' }], 0, false)).toBe('没等答复，先交了反馈');
  });

  it('say where what was sent for the notice before stands, until the corrected text is answered', () => {
    const metAt = '2022-05-16T02:00:00.000Z';
    const states = TICKET_STATES.filter((state) => standsBefore({ state, metAt }));
    expect(states).toEqual(['to-sign', 'working']);
    expect(standsBefore({ state: 'working', metAt: null })).toBe(false);
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

  it('say of a step on a draft in which text it was, from the second on', () => {
    expect(eventWords({ action: 'draft', version: 1 })).toBe('起草');
    expect(eventWords({ action: 'check', version: 2 })).toBe('核对（第2稿）');
    expect(eventWords({ action: 'void', version: 2 })).toBe('作废');
  });

  it('name who handles a matter, who helps and who is copied; what is only to be known is sent to them', () => {
    const parties = [
      { unitName: '逊克县', part: 'main' },
      { unitName: '孙吴县', part: 'main' },
      { unitName: '北安市', part: 'copy' },
    ] as const;
    expect(partyFacts(parties, { kind: 'order', answer: 'feedback' })).toEqual([
      { label: '主办', names: ['逊克县', '孙吴县'] },
      { label: '抄送', names: ['北安市'] },
    ]);
    expect(partyFacts(parties, { kind: 'slip', answer: 'none' })[0]!.label).toBe('发给');
    expect(partyFacts(parties, { kind: 'clue', answer: 'receipt' })[0]!.label).toBe('报给');
  });

  it('name of very many units the first, and how many there are', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `第${String(index + 1)}办`);
    expect(namesInLine(names)).toMatch(/^第1办、第2办、.*、第20办等3,000家$/);
    expect(namesInLine(names.slice(0, 20))).toMatch(/、第20办$/);
  });

  it('offer every step that the table knows, the likeliest first', () => {
    expect(Object.keys(STEP_FORMS).sort()).toEqual([...TICKET_ACTIONS].sort());
    expect(offered(['note', 'hand-over', 'answer']).map(([action]) => action)).toEqual(['answer', 'note', 'hand-over']);
  });
});
