import fc from 'fast-check';
import { toInstant, toMilliseconds, type Instant } from '@jiannuo/shared/kernel';
import type { SendOutcome } from '../wechat';
import {
  decideStep,
  readOutcome,
  UNKNOWN_SECONDS,
  type AttemptFacts,
  type Situation,
  type Step,
} from './delivery.decisions';

const NOW = '2022-05-17T00:30:00.000Z';
const LATER = '2022-05-17T00:31:00.000Z';
const FAULT = { errcode: 43101, errmsg: 'user refuse', rid: null };

/** A delivery to somebody whom WeChat should reach. */
function aSituation(changes: Partial<Situation> = {}): Situation {
  return {
    state: 'planned',
    isPersonal: false,
    staleAt: '2022-05-18T10:00:00.000Z',
    attempts: [],
    isWanted: true,
    recipient: 'bound',
    template: 'one-time',
    balance: 1,
    hasRobot: false,
    hasSms: false,
    nextSendingAt: NOW,
    now: NOW,
    ...changes,
  };
}

function anAttempt(changes: Partial<AttemptFacts> = {}): AttemptFacts {
  return { number: 1, channel: 'one-time', outcome: 'refused', reason: null, startedAt: NOW, endedAt: NOW, ...changes };
}

describe('The next step of a delivery', () => {
  it.each([
    ['a banked grant is tried first', {}, { kind: 'try', channel: 'one-time' }],
    ['a long-term grant is tried as such', { template: 'long-term' }, { kind: 'try', channel: 'long-term' }],
    ['without a grant the group hears of it', { balance: 0, hasRobot: true }, { kind: 'try', channel: 'wecom' }],
    [
      'without a grant and a group a text message goes out',
      { balance: 0, hasSms: true },
      { kind: 'try', channel: 'sms' },
    ],
    ['without any of them somebody has to call', { balance: 0 }, { kind: 'call', reason: 'no-grant' }],
    ['nobody is in the post', { recipient: 'nobody', hasSms: true }, { kind: 'call', reason: 'nobody' }],
    ['the person has handed over', { recipient: 'ended' }, { kind: 'call', reason: 'appointment-ended' }],
    ['no account is bound', { recipient: 'unbound' }, { kind: 'call', reason: 'unbound' }],
    ['the account has no template', { template: null }, { kind: 'call', reason: 'no-template' }],
    ['what was asked for is done', { isWanted: false }, { kind: 'end', state: 'already-done' }],
    ['it is of no use any more', { staleAt: NOW }, { kind: 'call', reason: 'too-late' }],
    ['it is night', { nextSendingAt: LATER }, { kind: 'wait', until: LATER, state: 'planned' }],
    [
      'it is night, but a person asked for it',
      { nextSendingAt: LATER, isPersonal: true },
      { kind: 'try', channel: 'one-time' },
    ],
    [
      'it is night until it is of no use',
      { nextSendingAt: LATER, staleAt: LATER },
      { kind: 'call', reason: 'too-late' },
    ],
    ['it rests already', { state: 'call-list' }, { kind: 'rest' }],
  ] as const)('when %s', (_when, changes, step) => {
    expect(decideStep(aSituation(changes))).toEqual(step);
  });

  it('tells a marked try that never ended from one that did: it is not made again', () => {
    const cutOff = aSituation({ attempts: [anAttempt({ outcome: 'attempting', endedAt: null })] });
    expect(decideStep(cutOff)).toEqual({ kind: 'lost', number: 1 });
  });

  it('waits for WeChat’s own word on an unknown outcome, and then goes on without asking WeChat again', () => {
    const attempts = [anAttempt({ outcome: 'unknown' })];
    const until = toInstant(toMilliseconds(NOW) + UNKNOWN_SECONDS * 1000);
    expect(decideStep(aSituation({ attempts, balance: 5 }))).toEqual({ kind: 'wait', until, state: 'unknown' });
    expect(decideStep(aSituation({ attempts, balance: 5, now: until }))).toEqual({ kind: 'call', reason: 'no-answer' });
  });

  it('does not count a sentence in the group, or a text message that was only logged, as reaching the person', () => {
    const attempts = [
      anAttempt({ reason: 'no-grant' }),
      anAttempt({ number: 2, channel: 'wecom', outcome: 'told' }),
      anAttempt({ number: 3, channel: 'sms', outcome: 'told' }),
    ];
    expect(decideStep(aSituation({ attempts, hasRobot: true, hasSms: true }))).toEqual({
      kind: 'call',
      reason: 'no-grant',
    });
  });

  it('goes to the call list at night too: calling is for people to decide', () => {
    const attempts = [anAttempt({ reason: 'no-grant' })];
    expect(decideStep(aSituation({ attempts, nextSendingAt: LATER }))).toEqual({ kind: 'call', reason: 'no-grant' });
  });
});

describe('What is read from WeChat’s answer', () => {
  const busy = (retryAt: Instant | null): SendOutcome => ({
    kind: 'retryable',
    reason: 'busy',
    retryAt,
    fault: FAULT,
    ledger: 'none',
  });

  it('a retry within forty seconds is one, a later one is none', () => {
    const soon = '2022-05-17T00:30:40.000Z';
    expect(readOutcome(busy(soon), NOW)).toMatchObject({ outcome: 'again', retryAt: soon, grant: 'given-back' });
    expect(readOutcome(busy('2022-05-17T00:30:40.001Z'), NOW)).toMatchObject({ outcome: 'refused', retryAt: null });
    expect(readOutcome(busy(null), NOW)).toMatchObject({ outcome: 'refused', reason: 'busy', retryAt: null });
  });

  it('43101 clears the ledger, an unknown outcome leaves it, a taken message spends one', () => {
    const refused: SendOutcome = { kind: 'refused', reason: 'no-grant', fault: FAULT, ledger: 'clear' };
    expect(readOutcome(refused, NOW)).toMatchObject({ grant: 'cleared', outcome: 'refused', errcode: 43101 });
    expect(readOutcome({ kind: 'unknown', cause: 'timeout', ledger: 'uncertain' }, NOW)).toMatchObject({
      grant: 'given-back',
    });
    const taken: SendOutcome = { kind: 'delivered', messageId: '1988810812324364291', ledger: 'spend-one' };
    expect(readOutcome(taken, NOW)).toMatchObject({
      outcome: 'accepted',
      grant: 'spent',
      messageId: '1988810812324364291',
    });
  });
});

type Answer = 'taken' | 'no-grant' | 'data' | 'busy' | 'timeout' | 'crash';
const ANSWERS: readonly Answer[] = ['taken', 'no-grant', 'data', 'busy', 'timeout', 'crash'];
const RESTING = ['rest', 'end', 'call'];

interface Played {
  readonly attempts: AttemptFacts[];
  readonly sends: Answer[];
  now: Instant;
}

/** Plays one delivery: WeChat answers in turn as told, and the thing is done after some steps. */
function play(
  answers: readonly Answer[],
  doneAfter: number,
): { readonly last: Step; readonly sends: readonly Answer[] } {
  const played: Played = { attempts: [], sends: [], now: NOW };
  for (let count = 0; count < 60; count += 1) {
    const { attempts, now } = played;
    const situation = { attempts, now, nextSendingAt: now, isWanted: count < doneAfter, balance: 9, hasSms: true };
    const step = decideStep(aSituation(situation));
    if (RESTING.includes(step.kind)) return { last: step, sends: played.sends };
    if (step.kind === 'wait') played.now = step.until;
    if (step.kind === 'lost') attempts.splice(-1, 1, { ...attempts.at(-1)!, outcome: 'unknown', endedAt: now });
    if (step.kind === 'try') tryChannel(played, step.channel, answers);
  }
  throw new Error('It never comes to rest.');
}

function tryChannel(played: Played, channel: AttemptFacts['channel'], answers: readonly Answer[]): void {
  const { attempts, sends, now } = played;
  const made = { number: attempts.length + 1, channel, startedAt: now };
  if (channel === 'sms') {
    attempts.push(anAttempt({ ...made, outcome: 'told' }));
    return;
  }
  const answer = answers[sends.length] ?? 'timeout';
  sends.push(answer);
  const ended = { endedAt: answer === 'crash' ? null : now, ...outcomeOf(answer, now, attempts[0]?.startedAt ?? now) };
  attempts.push(anAttempt({ ...made, ...ended }));
  played.now = toInstant(toMilliseconds(now) + 1_000);
}

function outcomeOf(answer: Answer, now: Instant, first: Instant): Pick<AttemptFacts, 'outcome' | 'reason'> {
  if (answer === 'crash') return { outcome: 'attempting', reason: null };
  if (answer === 'taken') return readOutcome({ kind: 'delivered', messageId: '1', ledger: 'spend-one' }, first);
  if (answer === 'timeout') return readOutcome({ kind: 'unknown', cause: 'timeout', ledger: 'uncertain' }, first);
  if (answer === 'busy') {
    const retryAt = toInstant(toMilliseconds(now) + 5_000);
    return readOutcome({ kind: 'retryable', reason: 'busy', retryAt, fault: FAULT, ledger: 'none' }, first);
  }
  return readOutcome({ kind: 'refused', reason: answer, fault: FAULT, ledger: 'none' }, first);
}

describe('Whatever WeChat does, in whatever order', () => {
  const anything = fc.tuple(fc.array(fc.constantFrom(...ANSWERS), { maxLength: 30 }), fc.nat({ max: 40 }));

  it('a delivery comes to rest, and after a send that may have arrived there is no other', () => {
    fc.assert(
      fc.property(anything, ([answers, doneAfter]) => {
        const { last, sends } = play(answers, doneAfter);
        expect(RESTING).toContain(last.kind);
        const arrived = sends.findIndex((answer) => answer === 'taken' || answer === 'timeout' || answer === 'crash');
        if (arrived >= 0) expect(sends).toHaveLength(arrived + 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('it rests as delivered exactly when WeChat took it, and otherwise somebody is called or it was done', () => {
    fc.assert(
      fc.property(anything, ([answers, doneAfter]) => {
        const { last, sends } = play(answers, doneAfter);
        const isDelivered = last.kind === 'end' && last.state === 'delivered';
        expect(isDelivered).toBe(sends.at(-1) === 'taken');
        if (doneAfter > 50 && !isDelivered) expect(last.kind).toBe('call');
      }),
      { numRuns: 2_000 },
    );
  });
});
