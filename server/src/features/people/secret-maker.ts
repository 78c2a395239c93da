import { Injectable } from '@nestjs/common';
import { INVITE_LENGTH, inviteCodeFrom } from '@jiannuo/shared/people';
import { Ids, Randomness } from '../../platform/clock';

/** Makes ids, and what nobody may guess: tokens and invite codes. */
@Injectable()
export class SecretMaker {
  constructor(
    private readonly ids: Ids,
    private readonly randomness: Randomness,
  ) {}

  /** A new row's id. */
  id(): string {
    return this.ids.next();
  }

  /** A token of 32 random bytes for a header or a cookie. */
  token(): string {
    return this.randomness.bytes(32).toString('base64url');
  }

  /** A name of 128 random bits in 32 visible characters, which fits the scene of a mini program code. */
  scene(): string {
    return this.randomness.bytes(16).toString('hex');
  }

  /** A fresh invite code. */
  inviteCode(): string {
    return inviteCodeFrom(this.randomness.bytes(INVITE_LENGTH));
  }
}
