import type { Actor } from '../identity';

/** Whom a delivery is for. */
export interface RecipientReference {
  readonly groupId: string;
  readonly unitId: string;
  readonly appointmentId: string;
}

/** A valid holder of a post, and how to reach them. */
export interface Recipient {
  readonly appointmentId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly personName: string;
  readonly post: string;
  /** Empty until the lead unit enters it. */
  readonly phone: string;
  /** Null while no working WeChat account is bound. */
  readonly openId: string | null;
}

/** Knows people. A feature provides it: the platform does not know who they are. */
export abstract class RecipientDirectory {
  /** The recipients by appointment; one whose appointment has ended is left out. */
  abstract recipientsOf(references: readonly RecipientReference[]): Promise<ReadonlyMap<string, Recipient>>;

  /** Unit names by id, for units that have nobody in a post. */
  abstract unitNames(groupId: string, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /** The WeChat account with which the actor uses the mini program; null when none is bound. */
  abstract openIdOf(actor: Actor): Promise<string | null>;

  /** WeChat says that it does not know this account. */
  abstract forgetAccount(openId: string): Promise<void>;
}
