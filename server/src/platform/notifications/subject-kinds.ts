import { Injectable } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import type { MessagePurpose } from '@jiannuo/shared/notifications';
import type { Recipient } from './recipients';
import type { MessageFacts } from './template-filling';

/** One thing that a message tells of. */
export interface LetterSubject {
  readonly id: string;
  readonly title: string;
  readonly dueAt: Instant;
}

/** A message about to be written: what is still worth telling, to whom, and when. */
export interface Letter {
  readonly deliveryId: string;
  readonly noticeId: string | null;
  readonly purpose: MessagePurpose;
  readonly recipient: Recipient;
  readonly subjects: readonly [LetterSubject, ...LetterSubject[]];
  readonly now: Instant;
}

/** What a feature knows about the things its deliveries are about. */
export interface SubjectKind {
  /** Those of the subjects that are still worth a message; asked right before each is sent. */
  stillWanted(groupId: string, subjectIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The first instant from `now` on at which the group may be written to without a person's own tap. */
  nextSendingAt(groupId: string, now: Instant): Promise<Instant>;
  /** What to write, and the page with query that a tap opens, without leading slash. */
  write(letter: Letter): { readonly facts: MessageFacts; readonly page: string | null };
}

/** Where features say what their deliveries are about. */
@Injectable()
export class SubjectKinds {
  private readonly kinds = new Map<string, SubjectKind>();

  /** Names the one feature that knows a kind of subject. */
  register(name: string, kind: SubjectKind): void {
    if (this.kinds.has(name)) throw new Error(`Two features deliver messages about ${name}.`);
    this.kinds.set(name, kind);
  }

  /** The feature that knows this kind. */
  of(name: string): SubjectKind {
    const kind = this.kinds.get(name);
    if (!kind) throw new Error(`Nobody knows deliveries about ${name}.`);
    return kind;
  }
}
