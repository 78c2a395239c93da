import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { parseDraft, ruleOf, type NoticeContent, type NoticeKind } from '@jiannuo/shared/supervision';
import type { Actor } from '../../../platform/identity';
import { Dossiers } from '../clues/dossiers';
import { DraftChecks } from './draft.checks';
import { NoticeLinks } from './notice.links';
import { allowed, type LockedNotice } from '../supervision.lock';

/** What is written now, and the text in whose place it stands. */
interface Written {
  readonly kind: NoticeKind;
  readonly input: object;
  readonly before: LockedNotice | null;
  readonly now: Instant;
}

/** Makes the text of a draft of what came in. */
@Injectable()
export class DraftTexts {
  constructor(
    private readonly checks: DraftChecks,
    private readonly links: NoticeLinks,
    private readonly dossiers: Dossiers,
  ) {}

  /** What is kept of it: read, proved against the records it names, and with what the records say of them. */
  async contentOf(tx: EntityManager, actor: Actor, written: Written): Promise<NoticeContent> {
    const { kind, input, before } = written;
    const parsed = allowed(parseDraft(kind, input));
    await this.checks.checkReferences(tx, actor, { kind, content: parsed });
    const link = await this.links.named(tx, actor.groupId, parsed.link, before === null ? null : before.content.link);
    const content = { ...parsed, link };
    if (!ruleOf(kind).isConfidential) return { ...content, readerIds: [] };
    // Whoever writes it knows of it.
    const readerIds = [...new Set([...parsed.readerIds, actor.appointmentId])];
    if (ruleOf(kind).accuses !== true) return { ...content, readerIds };
    return { ...content, readerIds, ...(await this.dossiers.settle(tx, actor.groupId, content, written)) };
  }
}
