import type { EntityManager } from 'typeorm';
import type { Actor } from '../identity';

/** One thing that was done. */
export interface AuditEvent {
  readonly actor: Actor | 'system' | 'command-line';
  /** The working group it belongs to; null for what concerns the whole installation. */
  readonly groupId: string | null;
  /** `subject.verb`, such as report.submit; at most 64 characters. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Facts that explain it later. Never a secret, a telephone number or a code. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What verification found. */
export interface AuditVerification {
  readonly isWhole: boolean;
  /** Entries in the chain. */
  readonly sealed: number;
  /** Entries written after the last sealing, not yet protected by the chain. */
  readonly unsealed: number;
  /** The last entry's hash, to compare with one noted elsewhere; null while the chain is empty. */
  readonly headHash: string | null;
  /** What is wrong, in the order of the chain. */
  readonly faults: readonly { readonly sequence: number; readonly reason: string }[];
}

/** The append-only log of who did what, when and from where. */
export abstract class Audit {
  /** Writes one entry as part of the command's transaction, with the request's address and id. */
  abstract record(tx: EntityManager, event: AuditEvent): Promise<void>;

  /** Chains the entries that have been written since the last sealing; answers how many. */
  abstract seal(): Promise<number>;

  /** Proves that no sealed entry was changed, removed, inserted or moved. */
  abstract verify(): Promise<AuditVerification>;
}
