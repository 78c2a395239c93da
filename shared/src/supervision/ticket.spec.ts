import { ROLES } from '../people';
import {
  ANSWERS,
  decideTicket,
  dueDoubts,
  earliestDueAt,
  keptDueAt,
  nextDueAt,
  parseReason,
  parseStep,
  returnDueAt,
  signDueAt,
  SUPERVISION_MESSAGES,
  TICKET_ACTIONS,
  TICKET_STATES,
  TICKET_TRANSITIONS,
  ticketActions,
  eveningSince,
  urgeFrom,
  type TicketSituation,
} from '.';

const NOW = '2022-05-16T01:20:00.000Z';
const DUE = '2022-05-25T10:00:00.000Z';
const CALENDAR = {
  calendar: { holidays: [], makeUpDays: [] },
  workingHours: { from: '08:30', to: '18:00' },
  correctionWorkingDays: 2,
};

function codes(outcome: { readonly ok: boolean; readonly refusals?: readonly { readonly code: string }[] }): string[] {
  return (outcome.refusals ?? []).map(({ code }) => code);
}

describe('a ticket', () => {
  const situation = (change: Partial<TicketSituation> = {}): TicketSituation => ({
    state: 'working',
    answer: 'feedback',
    role: 'liaison',
    isOwn: true,
    isExtensionAsked: false,
    isShaken: false,
    askedAt: null,
    isEntered: false,
    dueAt: DUE,
    metAt: null,
    nextDueAt: DUE,
    urgeFrom: null,
    now: NOW,
    ...change,
  });

  it('moves for every state, action, role and answer exactly as the table says', () => {
    for (const answer of ANSWERS) {
      for (const state of TICKET_STATES) {
        for (const role of ROLES) {
          for (const action of TICKET_ACTIONS) {
            const row = TICKET_TRANSITIONS.find(
              (each) =>
                each.action === action &&
                each.by.includes(role) &&
                each.from.includes(state) &&
                each.answers.includes(answer),
            );
            const isExtensionAsked = action.endsWith('-extension') && action !== 'ask-extension';
            const isOwn = role === 'liaison';
            const nextDueAt = action === 'urge' ? NOW : DUE;
            const outcome = decideTicket(
              action,
              situation({ state, answer, role, isOwn, isExtensionAsked, nextDueAt }),
            );
            expect([action, state, role, answer, outcome.ok]).toEqual([action, state, role, answer, row !== undefined]);
            if (outcome.ok) expect(outcome.value).toBe(row?.to ?? state);
            else expect(Object.keys(SUPERVISION_MESSAGES)).toContain(outcome.refusals[0].code);
          }
        }
      }
    }
  });

  it('is signed, handled, answered, and finished or sent back', () => {
    expect(ticketActions(situation({ state: 'to-sign' }))).toEqual(['sign', 'hand-over']);
    expect(ticketActions(situation())).toEqual(['note', 'hand-over', 'ask-extension', 'answer']);
    const lead = { role: 'lead-officer', isOwn: false } as const;
    expect(ticketActions(situation({ ...lead, state: 'answered' }))).toEqual(['finish', 'return']);
    expect(ticketActions(situation({ ...lead, state: 'to-sign' }))).toEqual(['withdraw', 'enter-sign']);
  });

  it('is urged only once it is late, once a working day, and not while its unit waits for the lead unit (art. 13)', () => {
    const late = { role: 'lead-officer', isOwn: false, now: '2022-05-27T02:00:00.000Z' } as const;
    expect(codes(decideTicket('urge', situation({ ...late, now: NOW })))).toEqual(['supervision.urge-not-due']);
    expect(decideTicket('urge', situation(late))).toEqual({ ok: true, value: 'working' });
    expect(codes(decideTicket('urge', situation({ ...late, isExtensionAsked: true })))).toEqual([
      'supervision.urge-extension-asked',
    ]);
    expect(codes(decideTicket('urge', situation({ ...late, isShaken: true })))).toEqual(['supervision.urge-shaken']);
    const again = urgeFrom(late.now, CALENDAR);
    expect(again).toBe('2022-05-29T16:00:00.000Z');
    expect(decideTicket('urge', situation({ ...late, urgeFrom: again }))).toEqual({
      ok: false,
      refusals: [{ code: 'supervision.urged-already', facts: { day: '2022-05-30' } }],
    });
    expect(decideTicket('urge', situation({ ...late, urgeFrom: again, now: again })).ok).toBe(true);
  });

  it('knows the evening, which lasts from the end of working hours to their next beginning', () => {
    const hours = { workingHours: { from: '08:30', to: '18:00' } };
    expect(eveningSince('2022-05-27T02:00:00.000Z', hours)).toBeNull();
    const evening = '2022-05-27T10:00:00.000Z';
    expect(['2022-05-27T10:00:00.000Z', '2022-05-28T00:29:59.999Z'].map((at) => eveningSince(at, hours))).toEqual([
      evening,
      evening,
    ]);
  });

  it('is withdrawn only while nobody has signed for it', () => {
    const lead = { role: 'lead-officer', isOwn: false } as const;
    for (const state of ['working', 'answered', 'returned'] as const) {
      expect(codes(decideTicket('withdraw', situation({ ...lead, state })))).toEqual(['supervision.withdraw-signed']);
    }
    expect(codes(decideTicket('withdraw', situation({ ...lead, state: 'finished' })))).toEqual([
      'supervision.ticket-not-possible-finished',
    ]);
  });

  it('is not reviewed while there is no answer, and says that it may just have been taken back', () => {
    const lead = { role: 'lead-officer', isOwn: false } as const;
    for (const action of ['finish', 'return'] as const) {
      expect(codes(decideTicket(action, situation(lead)))).toEqual(['supervision.no-answer']);
    }
  });

  it('to another unit is not mine, and one to the lead unit’s own is reviewed by nobody there', () => {
    expect(codes(decideTicket('sign', situation({ state: 'to-sign', isOwn: false })))).toEqual([
      'supervision.not-your-role',
    ]);
    expect(codes(decideTicket('finish', situation({ state: 'answered', role: 'lead-officer' })))).toEqual([
      'supervision.own-ticket',
    ]);
  });

  it('gets one extension at a time, and only one that was asked for', () => {
    expect(codes(decideTicket('ask-extension', situation({ isExtensionAsked: true })))).toEqual([
      'supervision.extension-asked-already',
    ]);
    const lead = situation({ role: 'lead-officer', isOwn: false });
    expect(codes(decideTicket('grant-extension', lead))).toEqual(['supervision.extension-not-asked']);
    const passed = { ...lead, isExtensionAsked: true, askedAt: NOW, now: DUE };
    expect(ticketActions(passed)).toContain('grant-extension');
    expect(codes(decideTicket('refuse-extension', passed))).toEqual(['supervision.refused-too-late']);
    expect(ticketActions({ ...passed, askedAt: DUE })).toContain('refuse-extension');
  });

  it('is given more time after a hand-in that came late meanwhile, before that is reviewed (art. 14)', () => {
    const after = '2022-05-26T02:00:00.000Z';
    const late = { state: 'answered', isExtensionAsked: true, askedAt: NOW, metAt: DUE, now: after } as const;
    const lead = situation({ ...late, role: 'lead-officer', isOwn: false });
    expect(ticketActions(lead)).toEqual(['grant-extension']);
    for (const action of ['finish', 'return'] as const) {
      expect(codes(decideTicket(action, lead))).toEqual(['supervision.request-first']);
    }
    expect(ticketActions({ ...lead, askedAt: DUE })).toEqual(['grant-extension', 'refuse-extension']);
    // Kept meanwhile (维持), so that it came in time: nothing depends on the request any more.
    const moved = { ...lead, dueAt: '2022-05-25T16:00:00.000Z' };
    expect(ticketActions(moved)).toEqual(['grant-extension', 'refuse-extension', 'finish', 'return']);
    expect(ticketActions(situation(late))).toEqual(['drop-extension']);
  });

  it('asks for no more time where what was sent before stands for the corrected text (ADR 18)', () => {
    const standing = situation({ metAt: NOW });
    expect(ticketActions(standing)).toEqual(['note', 'hand-over', 'answer']);
    expect(codes(decideTicket('ask-extension', standing))).toEqual(['supervision.extension-met']);
  });

  it('has a request for more time dropped by the unit that asked, while nobody has answered', () => {
    expect(ticketActions(situation({ isExtensionAsked: true }))).toContain('drop-extension');
    expect(codes(decideTicket('drop-extension', situation()))).toEqual(['supervision.extension-not-asked']);
  });

  it('has its answer taken back only before it is due', () => {
    const answered = situation({ state: 'answered' });
    expect(decideTicket('take-back', answered)).toEqual({ ok: true, value: 'working' });
    expect(codes(decideTicket('take-back', { ...answered, now: DUE }))).toEqual(['supervision.take-back-late']);
  });

  it('keeps an answer that the lead unit entered from paper: that is not the unit’s to take back', () => {
    const entered = situation({ state: 'answered', isEntered: true });
    expect(codes(decideTicket('take-back', entered))).toEqual(['supervision.take-back-entered']);
    expect(ticketActions(entered)).toEqual([]);
  });
});

describe('what is said with a step', () => {
  it('is needed where the step means nothing without it', () => {
    expect(codes(parseStep('answer', {}, NOW))).toEqual(['supervision.text-missing']);
    expect(codes(parseStep('hand-over', {}, NOW))).toEqual(['supervision.text-missing']);
    expect(codes(parseStep('ask-extension', { text: '要等银行数据。' }, NOW))).toEqual(['supervision.due-missing']);
    expect(parseStep('sign', {}, NOW).ok).toBe(true);
    expect(parseStep('finish', {}, NOW).ok).toBe(true);
  });

  it('is refused in a clear sentence when it is a hundred thousand characters', () => {
    const outcome = parseStep('answer', { text: '长'.repeat(100_000) }, NOW);
    expect(codes(outcome)).toEqual(['supervision.text-too-long']);
    expect(parseReason('长'.repeat(201)).ok).toBe(false);
    expect(parseReason(' 同意 ')).toEqual({ ok: true, value: '同意' });
  });

  it('takes a due time where one is asked for or given, and refuses it everywhere else', () => {
    expect(parseStep('grant-extension', { dueAt: DUE }, NOW)).toMatchObject({ value: { dueAt: DUE } });
    expect(parseStep('grant-extension', {}, NOW)).toMatchObject({ value: { dueAt: null } });
    expect(codes(parseStep('grant-extension', { dueAt: '下周' }, NOW))).toEqual(['supervision.due-missing']);
    expect(codes(parseStep('return', { text: '再补一份。', dueAt: DUE }, NOW))).toEqual(['supervision.due-not-asked']);
  });

  it('carries one file once', () => {
    const file = { title: '进度表', kind: 'document', attachmentId: 'f1' };
    const evidence = [
      { ...file, id: 'e1' },
      { ...file, id: 'e2', title: '另一个名字' },
    ];
    expect(codes(parseStep('answer', { text: '已办。', evidence }, NOW))).toEqual(['supervision.file-twice']);
  });

  it('names the true time and way where the lead unit enters it, never one ahead', () => {
    expect(codes(parseStep('enter-sign', {}, NOW))).toEqual([
      'supervision.received-missing',
      'supervision.channel-missing',
    ]);
    expect(codes(parseStep('enter-sign', { receivedAt: DUE, channel: 'paper' }, NOW))).toEqual([
      'supervision.received-ahead',
    ]);
    expect(parseStep('sign', { channel: 'paper' }, NOW)).toMatchObject({ value: { channel: 'app', receivedAt: null } });
  });
});

describe('the clocks of a ticket', () => {
  it('say what is due next, and nothing where what was sent before stands', () => {
    const due = { signDueAt: NOW, answerDueAt: DUE, metAt: null };
    const states = ['to-sign', 'working', 'returned', 'answered'] as const;
    expect(states.map((state) => nextDueAt({ state, ...due }))).toEqual([NOW, DUE, DUE, null]);
    const standing = states.map((state) => nextDueAt({ state, ...due, metAt: NOW }));
    expect(standing).toEqual([NOW, null, null, null]);
  });

  it('give a working day to sign, and no more than there is to answer', () => {
    expect(signDueAt(NOW, DUE, CALENDAR)).toBe('2022-05-17T16:00:00.000Z');
    expect(signDueAt(NOW, '2022-05-17T04:00:00.000Z', CALENDAR)).toBe('2022-05-17T04:00:00.000Z');
    const slow = { ...CALENDAR, supervision: { signWorkingDays: 3, reviewWorkingDays: 2, leastNoticeWorkingDays: 5 } };
    expect(signDueAt(NOW, DUE, slow)).toBe('2022-05-19T16:00:00.000Z');
    expect(earliestDueAt(NOW, slow)).toBe('2022-05-23T04:00:00.000Z');
  });

  it('ask nothing in the morning for the afternoon', () => {
    expect(earliestDueAt(NOW, CALENDAR)).toBe('2022-05-17T04:00:00.000Z');
    expect(earliestDueAt('2022-05-20T01:00:00.000Z', CALENDAR)).toBe('2022-05-23T04:00:00.000Z');
  });

  it('doubt a due time at night and on days off, and one of a year whose holidays nobody has announced', () => {
    const known = { ...CALENDAR, calendar: { holidays: ['2022-06-03'], makeUpDays: [] } };
    const offHours = (dueAt: string) => dueDoubts(NOW, dueAt, known).isOffHours;
    expect(offHours('2022-05-24T19:13:00.000Z')).toBe(true);
    expect(offHours('2022-05-28T02:00:00.000Z')).toBe(true);
    expect(offHours('2022-06-03T02:00:00.000Z')).toBe(true);
    expect(offHours('2022-05-25T10:00:00.000Z')).toBe(false);
    expect(offHours('2022-05-25T16:00:00.000Z')).toBe(false);
    expect(dueDoubts(NOW, DUE, known).unknownYear).toBeNull();
    expect(dueDoubts(NOW, '2023-01-11T02:00:00.000Z', known).unknownYear).toBe(2023);
    expect(dueDoubts(NOW, DUE, CALENDAR).unknownYear).toBe(2022);
  });

  it('give two working days after a return, and never less than there was', () => {
    expect(returnDueAt('2022-05-27T02:00:00.000Z', DUE, CALENDAR)).toBe('2022-05-31T16:00:00.000Z');
    expect(returnDueAt(NOW, DUE, CALENDAR)).toBe(DUE);
  });
});

it('what fell due while a notice waited for the lead unit may be done until the end of the next working day once it is kept', () => {
  const calendar = { holidays: ['2022-06-03', '2022-06-04', '2022-06-05'], makeUpDays: ['2022-05-28'] };
  const settings = { ...CALENDAR, calendar, workingHours: { from: '08:30', to: '18:00' }, correctionWorkingDays: 2 };
  const until = (at: string) => keptDueAt(at, settings);
  expect(until('2022-05-26T02:00:00.000Z')).toBe('2022-05-27T16:00:00.000Z');
  // A Friday before a Saturday that is worked, a Sunday, and the day before three days of holiday.
  expect(until('2022-05-27T02:00:00.000Z')).toBe('2022-05-28T16:00:00.000Z');
  expect(until('2022-05-29T02:00:00.000Z')).toBe('2022-05-30T16:00:00.000Z');
  expect(until('2022-06-02T15:00:00.000Z')).toBe('2022-06-06T16:00:00.000Z');
});
