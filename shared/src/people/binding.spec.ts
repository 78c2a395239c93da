import { decideBinding, type BindingFacts } from './index';

const NOW = '2022-05-17T01:00:00.000Z';
const CODE = { purpose: 'bind', expiresAt: '2022-05-17T01:00:00.001Z', usedAt: null } as const;
const HANDOVER = { ...CODE, purpose: 'hand-over' } as const;
const FACTS: BindingFacts = {
  now: NOW,
  appointment: { personId: 'officer', isValid: true },
  provenPersonId: null,
  invite: null,
  opensMore: false,
  accountOwner: null,
  otherAccount: null,
};

function decide(facts: Partial<BindingFacts>): string {
  const outcome = decideBinding({ ...FACTS, ...facts });
  return outcome.ok ? outcome.value : outcome.refusals[0].code;
}

describe('binding a WeChat account', () => {
  it.each<[string, Partial<BindingFacts>, string]>([
    ['needs a proof', {}, 'binding.not-listed'],
    ['takes the listed phone number', { provenPersonId: 'officer' }, 'bind'],
    ['does not take somebody else’s number', { provenPersonId: 'other' }, 'binding.not-listed'],
    ['takes a code', { invite: CODE }, 'bind'],
    ['takes no code at its last instant', { invite: { ...CODE, expiresAt: NOW } }, 'invite.expired'],
    ['takes no code twice', { invite: { ...CODE, usedAt: NOW } }, 'invite.used'],
    [
      'takes the number although the code is used up',
      { invite: { ...CODE, usedAt: NOW }, provenPersonId: 'officer' },
      'bind',
    ],
    [
      'ends with the appointment',
      { provenPersonId: 'officer', appointment: { personId: 'officer', isValid: false } },
      'binding.ended',
    ],
    ['does nothing twice', { accountOwner: { personId: 'officer', isAppointed: true } }, 'open'],
    [
      'leaves an account to its owner',
      { invite: CODE, accountOwner: { personId: 'other', isAppointed: true } },
      'binding.account-taken',
    ],
    [
      'takes an account whose owner has left',
      { invite: CODE, accountOwner: { personId: 'other', isAppointed: false } },
      'bind',
    ],
    [
      'keeps the account a person has',
      { provenPersonId: 'officer', otherAccount: { isBroken: false } },
      'binding.person-taken',
    ],
    [
      'replaces an account that WeChat lost',
      { provenPersonId: 'officer', otherAccount: { isBroken: true } },
      'replace',
    ],
    ['replaces an account by the lead unit’s code', { invite: CODE, otherAccount: { isBroken: false } }, 'replace'],
    ['opens no more than the code’s maker could give', { invite: CODE, opensMore: true }, 'binding.opens-more'],
    ['opens everything for the person himself', { invite: CODE, opensMore: true, provenPersonId: 'officer' }, 'bind'],
    ['hands over to a new account', { invite: HANDOVER }, 'hand-over'],
    [
      'hands over to somebody who holds another post',
      { invite: HANDOVER, accountOwner: { personId: 'other', isAppointed: true } },
      'hand-over',
    ],
    [
      'hands over to nobody with one’s own code',
      { invite: HANDOVER, accountOwner: { personId: 'officer', isAppointed: true } },
      'binding.own-code',
    ],
    ['hands over once', { invite: { ...HANDOVER, usedAt: NOW } }, 'invite.used'],
  ])('%s', (_what, facts, expected) => {
    expect(decide(facts)).toBe(expected);
  });
});
