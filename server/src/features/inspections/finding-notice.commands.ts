import { Injectable } from '@nestjs/common';
import { decideFinding, noticeFrom, type FindingNotice } from '@jiannuo/shared/inspections';
import type { NoticeStanding } from '@jiannuo/shared/supervision';
import { Clock } from '../../platform/clock';
import type { Actor } from '../../platform/identity';
import { DraftCommands } from '../supervision';
import { FindingQueries } from './finding.queries';
import { allowed } from './inspection.lock';
import { situationFor } from './release.steps';

/** What becomes of a finding that its unit has been told of. */
@Injectable()
export class FindingNoticeCommands {
  constructor(
    private readonly clock: Clock,
    private readonly queries: FindingQueries,
    private readonly notices: DraftCommands,
  ) {}

  /** Drafts a notice (预警提示, 督办单) with what a released finding says; a person completes and issues it, or does not. */
  async draft(actor: Actor, id: string, kind: FindingNotice): Promise<NoticeStanding> {
    const finding = await this.queries.find(actor, id);
    allowed(decideFinding('draft-notice', { ...situationFor(actor, finding), now: this.clock.now() }));
    return this.notices.draft(actor, { kind, content: noticeFrom(finding, finding), correctsId: null });
  }
}
