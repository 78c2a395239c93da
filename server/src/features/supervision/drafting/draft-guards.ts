import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Refusal } from '@jiannuo/shared/kernel';
import type { NoticeContent, NoticeKind } from '@jiannuo/shared/supervision';
import { DomainError } from '../../../platform/http';
import type { Actor } from '../../../platform/identity';

/** A draft as it is about to be kept, or sent on. */
export interface GuardedDraft {
  readonly actor: Actor;
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  /** What went out and is put right by it, which may therefore name what is no more; null for none. */
  readonly correctsId: string | null;
  /** The draft itself, once it is kept. */
  readonly id: string | null;
  /** Whether it goes on to be checked or issued; one that is only kept may be incomplete. */
  readonly isSent: boolean;
}

/** Says what of a draft a later subject refuses; nothing where it has no objection. */
export type DraftGuard = (tx: EntityManager, draft: GuardedDraft) => Promise<readonly Refusal[]>;

/** Where later subjects, which supervision does not know, object to drafts of notices. */
@Injectable()
export class DraftGuards {
  private readonly guards: DraftGuard[] = [];

  /** Adds a subject's guard, once at start. */
  register(guard: DraftGuard): void {
    this.guards.push(guard);
  }

  /** Refuses the draft with everything that any guard says against it. */
  async check(tx: EntityManager, draft: GuardedDraft): Promise<void> {
    const refusals: Refusal[] = [];
    for (const guard of this.guards) refusals.push(...(await guard(tx, draft)));
    const [first, ...others] = refusals;
    if (first !== undefined) throw DomainError.from([first, ...others]);
  }
}
