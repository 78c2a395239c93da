import { Injectable } from '@nestjs/common';
import type { AssessmentListView, AssessmentRow } from '@jiannuo/shared/assessment';
import type { Period } from '@jiannuo/shared/kernel';
import type { ScoreAdjustment } from '@jiannuo/shared/scoring';
import { checkedScope, type Scope } from '../../../platform/identity';
import { ApplicationQueries } from '../../applications';
import { SpotCheckQueries } from '../../spot-checks';

/** Whether an adjustment waits for a word of the lead unit. */
function isWaiting({ approved, standing }: ScoreAdjustment): boolean {
  return !approved && standing !== 'not-carried-out';
}

/** Finds what is still open in a month, for whoever closes it to think of. */
@Injectable()
export class OpenEnds {
  constructor(
    private readonly spotChecks: SpotCheckQueries,
    private readonly applications: ApplicationQueries,
  ) {}

  /** Whether the month's spot check was promised and is not drawn yet, before which nothing becomes final (Q17). */
  isDrawPending(scope: Scope, period: Period): Promise<boolean> {
    const { groupId } = checkedScope(scope);
    return this.spotChecks.isDrawPending(groupId, period);
  }

  /** The counties of a month that is not published with measures unchecked or adjustments unconfirmed, in their order. */
  async of(
    scope: Scope,
    period: Period,
    rows: readonly Pick<AssessmentRow, 'unitId' | 'unitName' | 'state'>[],
  ): Promise<AssessmentListView['openEnds']> {
    const { groupId } = checkedScope(scope);
    const [unchecked, credited] = await Promise.all([
      this.spotChecks.uncheckedOf(groupId, period),
      this.applications.credited(scope, period),
    ]);
    return rows
      .filter(({ state }) => state !== 'published')
      .map(({ unitId, unitName }) => ({
        unitName,
        unchecked: unchecked.get(unitId) ?? 0,
        unconfirmed: (credited.get(unitId) ?? []).filter(isWaiting).length,
      }))
      .filter((end) => end.unchecked > 0 || end.unconfirmed > 0);
  }
}
