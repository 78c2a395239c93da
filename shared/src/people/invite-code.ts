import { allow, refuse, type Outcome } from '../kernel';

/** What a code is for: binding somebody who is listed already, or handing one's own post over (交接). */
export const INVITE_PURPOSES = ['bind', 'hand-over'] as const;
export type InvitePurpose = (typeof INVITE_PURPOSES)[number];

/** 32 characters, without 0, 1, I and O, which are mistaken for each other when read out on the telephone. */
export const INVITE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const INVITE_LENGTH = 6;
const WHOLE_CODE = new RegExp(`^[${INVITE_ALPHABET}]{${String(INVITE_LENGTH)}}$`);

/** A code from random bytes, one a character. 32 divides 256, so every code is as likely as any other. Needs six bytes. */
export function inviteCodeFrom(bytes: ArrayLike<number>): string {
  let code = '';
  for (let index = 0; index < INVITE_LENGTH; index += 1) {
    code += INVITE_ALPHABET.charAt((bytes[index] ?? 0) % INVITE_ALPHABET.length);
  }
  return code;
}

/** A typed code in its one form: capitals, no blanks or hyphens, half width. Refuses `invite.malformed`. */
export function normaliseInviteCode(text: string): Outcome<string> {
  const code = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return WHOLE_CODE.test(code) ? allow(code) : refuse('invite.malformed');
}
