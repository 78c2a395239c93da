import type { Outcome } from '../kernel';
import { HEIHE_2022 } from '../samples';
import {
  checkedUntil,
  checkObjection,
  decideCorrection,
  decideObjecting,
  entryToCheck,
  type CheckableVersion,
  type EntryCheckSituation,
} from '.';

const ENTERED_AT = '2022-05-21T01:05:00.000Z';
const UNTIL = '2022-05-25T16:00:00.000Z';
const codesOf = (outcome: Outcome<unknown>): readonly string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

describe('checking what was entered for a unit (代录)', () => {
  const situation: EntryCheckSituation = {
    role: 'liaison',
    channel: 'email',
    until: UNTIL,
    notes: [],
    now: ENTERED_AT,
  };

  it('leaves the working days of the year’s settings, three when they name none, to the end of the last', () => {
    const { calendar } = HEIHE_2022.settings;
    // Entered on a Saturday: Monday, Tuesday and Wednesday are left.
    expect(checkedUntil(ENTERED_AT, { calendar })).toBe(UNTIL);
    expect(checkedUntil(ENTERED_AT, { calendar, entryCheckWorkingDays: 1 })).toBe('2022-05-23T16:00:00.000Z');
  });

  it('lets the liaison object until then, and again only after an answer', () => {
    expect(decideObjecting({ ...situation, now: '2022-05-25T15:59:59.999Z' }).ok).toBe(true);
    expect(codesOf(decideObjecting({ ...situation, now: UNTIL }))).toEqual(['reporting.objection-too-late']);
    expect(codesOf(decideObjecting({ ...situation, notes: [{ kind: 'objection' }] }))).toEqual([
      'reporting.objected-already',
    ]);
    expect(decideObjecting({ ...situation, notes: [{ kind: 'objection' }, { kind: 'correction' }] }).ok).toBe(true);
  });

  it('is nothing for others, and nothing about what the unit handed in itself', () => {
    expect(codesOf(decideObjecting({ ...situation, role: 'leader' }))).toEqual(['reporting.not-your-role']);
    expect(codesOf(decideObjecting({ ...situation, channel: 'app' }))).toEqual(['reporting.not-entered']);
  });

  it('is about the latest entered version, also after the unit handed in again itself, and first about an open objection', () => {
    const first: CheckableVersion = { number: 1, channel: 'email', isWithdrawn: false, lastNote: null };
    const again: CheckableVersion = { ...first, number: 2, channel: 'paper' };
    const own: CheckableVersion = { ...first, number: 3, channel: 'app' };
    expect(entryToCheck([own])).toBeUndefined();
    expect(entryToCheck([first, own])).toBe(first);
    expect(entryToCheck([first, again, own])).toBe(again);
    expect(entryToCheck([first, { ...again, isWithdrawn: true }])).toBe(first);
    const objected = { ...first, lastNote: 'objection' as const };
    expect(entryToCheck([objected, again, own])).toBe(objected);
    expect(entryToCheck([{ ...first, lastNote: 'correction' }, again])).toBe(again);
  });

  it('asks for words, five hundred characters at most', () => {
    expect(checkObjection(' 早一天\r\n发的 ')).toEqual({ ok: true, value: '早一天\n发的' });
    expect(codesOf(checkObjection(' \u200B '))).toEqual(['reporting.objection-missing']);
    expect(checkObjection('😀'.repeat(500)).ok).toBe(true);
    expect(codesOf(checkObjection('字'.repeat(501)))).toEqual(['reporting.objection-too-long']);
  });

  it('keeps the time as it was only in answer to an objection', () => {
    const bounds = { period: '2022-05', returnedAt: null, now: ENTERED_AT };
    const receivedAt = '2022-05-20T13:48:03.000Z';
    const same = { receivedAt, reason: '服务器记录如此' };
    expect(codesOf(decideCorrection(same, { receivedAt, notes: [] }, bounds))).toEqual(['reporting.received-same']);
    expect(decideCorrection(same, { receivedAt, notes: [{ kind: 'objection' }] }, bounds).ok).toBe(true);
  });
});
