import { allow, refuse, type Instant, type Outcome } from '../kernel';
import type { InvitePurpose } from './invite-code';

/** Everything that decides whether a WeChat account may take an appointment. */
export interface BindingFacts {
  readonly now: Instant;
  readonly appointment: { readonly personId: string; readonly isValid: boolean };
  /** The listed person whose number WeChat proved for this account. */
  readonly provenPersonId: string | null;
  /** The code entered for this very appointment. */
  readonly invite: InviteFacts | null;
  /** Whether the code would open posts that its maker could not give (see `opensMore`). */
  readonly opensMore: boolean;
  /** Whose account this is already, and whether that person still holds an appointment. */
  readonly accountOwner: { readonly personId: string; readonly isAppointed: boolean } | null;
  /** Whether the appointed person already has another account here, and whether it still works. */
  readonly otherAccount: { readonly isBroken: boolean } | null;
}

export interface InviteFacts {
  readonly purpose: InvitePurpose;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/**
 * What binding does: `open` only opens a session, `bind` ties a free account to the person, `replace` ties it in place
 * of the person's former account, `hand-over` ends the appointment and appoints whoever holds this account.
 */
export const BINDING_STEPS = ['open', 'bind', 'replace', 'hand-over'] as const;
export type BindingStep = (typeof BINDING_STEPS)[number];

/** Whether a code can still be used. `expiresAt` is the first instant at which it cannot. */
export function decideInvite(invite: InviteFacts, now: Instant): Outcome<InviteFacts> {
  if (invite.usedAt !== null) return refuse('invite.used');
  return invite.expiresAt <= now ? refuse('invite.expired') : allow(invite);
}

/**
 * Decides what binding an account to an appointment does. Proof is either the phone number that the lead unit entered
 * or a code for this appointment. Refuses `binding.*` and `invite.*`.
 */
export function decideBinding(facts: BindingFacts): Outcome<BindingStep> {
  if (!facts.appointment.isValid) return refuse('binding.ended');
  const isOwner = facts.accountOwner?.personId === facts.appointment.personId;
  if (facts.invite?.purpose === 'hand-over') return decideTakingOver(facts.invite, facts.now, isOwner);
  if (isOwner) return allow('open');
  const isProven = facts.provenPersonId === facts.appointment.personId;
  if (!isProven && facts.invite === null) return refuse('binding.not-listed');
  return decideAccount(facts, isProven);
}

function decideTakingOver(invite: InviteFacts, now: Instant, isOwner: boolean): Outcome<BindingStep> {
  const usable = decideInvite(invite, now);
  if (!usable.ok) return usable;
  return isOwner ? refuse('binding.own-code') : allow('hand-over');
}

function decideAccount(facts: BindingFacts, isProven: boolean): Outcome<BindingStep> {
  if (facts.accountOwner?.isAppointed === true) return refuse('binding.account-taken');
  if (facts.invite !== null) {
    const usable = facts.opensMore ? refuse('binding.opens-more') : decideInvite(facts.invite, facts.now);
    if (usable.ok) return allow(facts.otherAccount === null ? 'bind' : 'replace');
    if (!isProven) return usable;
  }
  if (facts.otherAccount === null) return allow('bind');
  return facts.otherAccount.isBroken ? allow('replace') : refuse('binding.person-taken');
}
