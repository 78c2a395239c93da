import fc from 'fast-check';
import { atBeijing, codePointLength, hasControlCharacters } from '../kernel';
import { DELIVERY_CHANNELS, MESSAGE_PURPOSES } from './api';
import { balanceAfterSend, balanceAfterSheet, maySpendGrant, readSheetResults } from './consents';
import { isEndState, nextStep, type DeliveryAttempt, type Reach } from './delivery';
import {
  characterField,
  dueDateField,
  dueTimeField,
  momentField,
  nameField,
  phraseField,
  thingField,
} from './template-fields';

describe('the ledger of grants', () => {
  it.each([
    ['accept', 3],
    ['acceptWithAudio', 3],
    ['acceptWithAlert', 3],
    ['acceptWithForcePush', 3],
    ['reject', 0],
    ['ban', 2],
    ['filter', 2],
    ['', 2],
    ['Accept', 2],
    ['not accept', 2],
  ])('with two banked, the answer %p leaves %i', (status, left) => {
    expect(balanceAfterSheet('one-time', 2, status)).toBe(left);
  });

  it('counts a long-term consent once', () => {
    expect(balanceAfterSheet('long-term', 1, 'accept')).toBe(1);
    expect(balanceAfterSend('long-term', 1, 0)).toBe(1);
    expect(balanceAfterSend('long-term', 1, 43101)).toBe(0);
  });

  it('uses one up on success, empties on 43101, keeps it on any other answer', () => {
    expect(balanceAfterSend('one-time', 2, 0)).toBe(1);
    expect(balanceAfterSend('one-time', 2, 43101)).toBe(0);
    expect(balanceAfterSend('one-time', 2, 47003)).toBe(2);
    expect(balanceAfterSend('one-time', 0, 0)).toBe(0);
  });

  it('never goes below zero, whatever happens', () => {
    const step = fc.oneof(
      fc
        .constantFrom('accept', 'reject', 'ban', 'x')
        .map((status) => (balance: number) => balanceAfterSheet('one-time', balance, status)),
      fc
        .constantFrom(0, 43101, 47003, -1)
        .map((code) => (balance: number) => balanceAfterSend('one-time', balance, code)),
    );
    fc.assert(fc.property(fc.array(step), (steps) => steps.reduce((balance, next) => next(balance), 0) >= 0));
  });

  it('keeps the last grant for a warning or a ticket from a courtesy', () => {
    expect(maySpendGrant('warning', 1, true)).toBe(false);
    expect(maySpendGrant('warning', 1, false)).toBe(true);
    expect(maySpendGrant('ticket', 2, true)).toBe(true);
    expect(maySpendGrant('due-soon', 1, true)).toBe(true);
    expect(MESSAGE_PURPOSES.some((purpose) => maySpendGrant(purpose, 0, false))).toBe(false);
  });

  it('takes only answers for templates it knows, and only texts', () => {
    const results = JSON.parse('{"a":"accept","b":5,"__proto__":"accept","errMsg":"ok"}') as Record<string, unknown>;
    expect([...readSheetResults(results, ['a', 'b', 'c', 'toString'])]).toEqual([['a', 'accept']]);
  });
});

describe('how a reminder goes on (M5)', () => {
  const everything: Reach = { longTerm: true, oneTime: true, wecom: true, sms: true };
  const nothing: Reach = { longTerm: false, oneTime: false, wecom: false, sms: false };
  const inbox: DeliveryAttempt = { channel: 'inbox', result: 'accepted' };

  it('begins with the inbox, which alone is not delivery', () => {
    expect(nextStep(true, [], everything)).toEqual({ kind: 'try', channel: 'inbox' });
    expect(nextStep(true, [inbox], everything)).toEqual({ kind: 'try', channel: 'long-term' });
    expect(nextStep(true, [inbox], nothing)).toEqual({ kind: 'end', state: 'call-list' });
  });

  it('goes to the next channel at once when one fails, and rests when one takes it', () => {
    const failed: DeliveryAttempt = { channel: 'one-time', result: 'failed' };
    expect(nextStep(true, [inbox, failed], { ...nothing, oneTime: true, wecom: true })).toEqual({
      kind: 'try',
      channel: 'wecom',
    });
    const taken: DeliveryAttempt = { channel: 'wecom', result: 'accepted' };
    expect(nextStep(true, [inbox, failed, taken], everything)).toEqual({ kind: 'end', state: 'delivered' });
  });

  it('ends as done when the thing was handed in meanwhile', () => {
    expect(nextStep(false, [inbox], everything)).toEqual({ kind: 'end', state: 'already-done' });
  });

  it('waits for WeChat after an unknown outcome instead of spending a second grant', () => {
    expect(nextStep(true, [inbox, { channel: 'one-time', result: 'unknown' }], everything)).toEqual({ kind: 'wait' });
  });

  it('always comes to rest, trying no channel twice', () => {
    const result = fc.constantFrom('accepted' as const, 'failed' as const);
    const reach = fc.record({ longTerm: fc.boolean(), oneTime: fc.boolean(), wecom: fc.boolean(), sms: fc.boolean() });
    fc.assert(
      fc.property(reach, fc.array(result, { minLength: 6, maxLength: 6 }), (channels, results) => {
        const attempts: DeliveryAttempt[] = [];
        let step = nextStep(true, attempts, channels);
        while (step.kind === 'try') {
          attempts.push({ channel: step.channel, result: results[attempts.length] ?? 'failed' });
          step = nextStep(true, attempts, channels);
        }
        expect(step.kind === 'end' && isEndState(step.state)).toBe(true);
        expect(attempts.length).toBeLessThan(DELIVERY_CHANNELS.length);
        expect(new Set(attempts.map((attempt) => attempt.channel)).size).toBe(attempts.length);
      }),
    );
  });
});

describe('fields of a subscription message', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('5月月报', '黑河市营商环境建设监督局关于五月月报的提醒通知', '\n\t', '甲\n乙', '😀'.repeat(30), ''),
  );

  it('cuts a thing at 20 characters without halving an emoji', () => {
    expect(thingField('一'.repeat(20))).toBe('一'.repeat(20));
    expect(thingField('一'.repeat(21))).toBe(`${'一'.repeat(19)}…`);
    expect(thingField('😀'.repeat(21))).toBe(`${'😀'.repeat(19)}…`);
    expect(thingField('甲\n乙')).toBe('甲 乙');
    expect(thingField(' \u200B')).toBe('无');
  });

  it('fits every field to its rule, whatever comes in', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const [field, limit] of [
          [thingField(text), 20],
          [nameField(text), 10],
        ] as const) {
          expect(codePointLength(field)).toBeLessThanOrEqual(limit);
          expect(field === '' || hasControlCharacters(field)).toBe(false);
        }
        expect(phraseField(text)).toMatch(/^[\u3400-\u4DBF\u4E00-\u9FFF]{1,5}$/);
        expect(characterField(text)).toMatch(/^[\u0021-\u007E]{1,32}$/);
      }),
    );
  });

  it('writes a due midnight as the last minute of the day, which WeChat knows', () => {
    const midnight = atBeijing('2022-05-20', '24:00');
    expect(dueTimeField(midnight)).toBe('2022年5月20日 23:59');
    expect(dueDateField(midnight)).toBe('2022年5月20日');
    expect(dueTimeField(atBeijing('2022-05-20', '17:30'))).toBe('2022年5月20日 17:30');
    expect(momentField(atBeijing('2022-01-10', '22:27'))).toBe('2022年1月10日 22:27');
    expect(phraseField('已退回!')).toBe('已退回');
    expect(characterField('YB-202205-0011')).toBe('YB-202205-0011');
  });
});
