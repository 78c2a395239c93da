import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import { countsForTimeliness } from '@jiannuo/shared/obligations';
import type { Actor } from '../../platform/identity';
import type { Titled } from './group-years.queries';
import { OwedTitles } from './owed-titles';
import type { ObligationChangeKind } from './persistence/obligation-change.entity';
import { ReviewedMonths } from './reviewed-months';

/** What the lead unit decided about something owed. */
interface Decided {
  readonly actor: Actor;
  readonly obligation: Titled & { readonly groupId: string; readonly unitId: string; readonly period: Period };
  readonly change: { readonly kind: ObligationChangeKind; readonly reason: string };
  readonly now: Instant;
  /** What a ticket's own steps decide stands also beside a published month, which 更正 alone changes. */
  readonly isFact?: boolean;
}

/** What a decision is called where a county reads why its score moved. */
const DECIDED: Readonly<Record<ObligationChangeKind, string>> = {
  extended: '延期',
  shortened: '缩短宽限',
  waived: '免报',
  unwaived: '取消免报',
  moved: '顺延',
  entered: '代录',
};

/** What asks a unit to hand in after all. */
const ASKED_ANEW: readonly ObligationChangeKind[] = ['extended', 'unwaived'];

/** What a unit owed counts for timeliness (Q11), also in a review that was made before it was decided about. */
@Injectable()
export class OwedReviews {
  constructor(
    private readonly titles: OwedTitles,
    private readonly reviewed: ReviewedMonths,
  ) {}

  /**
   * Carries on the review that a decision concerns, inside its transaction. Refused where its month is published, unless
   * it is a fact; and where more time is given for a self-assessment that a review has closed.
   */
  async carryOn(tx: EntityManager, { actor, obligation, change, now, isFact = false }: Decided): Promise<void> {
    const { groupId, kind, period, unitId } = obligation;
    if (!countsForTimeliness(kind)) return;
    const title = await this.titles.of(groupId, obligation, tx);
    const reason = `${title}${DECIDED[change.kind]}${change.reason === '' ? '' : `：${change.reason}`}`;
    const asksForSheet = kind === 'self-assessment' && ASKED_ANEW.includes(change.kind);
    await this.reviewed.moved(tx, { actor, now, periods: [period], unitId, reason, isFact, asksForSheet });
  }
}
