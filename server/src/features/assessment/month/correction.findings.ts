import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Verdict } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import type { Actor } from '../../../platform/identity';
import { LedgerMeasures } from '../../ledger';
import { FindingRecords } from '../../spot-checks';
import type { AssessmentRecord } from '../assessment.lock';

/** Findings of a published month are made and withdrawn by its correction alone (Q16). */
@Injectable()
export class CorrectionFindings {
  constructor(
    private readonly measures: LedgerMeasures,
    private readonly findings: FindingRecords,
  ) {}

  /** Records what was found undone and withdraws what was not, each with the verdict's reason; all of it stays on record. */
  async keep(
    tx: EntityManager,
    by: { readonly actor: Actor; readonly now: Instant },
    { groupId, unitId, period }: AssessmentRecord,
    verdicts: readonly Verdict[],
  ): Promise<void> {
    const { actor, now } = by;
    const said = verdicts.filter(({ subject }) => subject === 'finding');
    if (said.length === 0) return;
    const rows = await this.measures.measuresOf({ groupId, unitId }, unitId, period, tx);
    for (const { id, counts, reason } of said) {
      const measureId = rows.find((row) => row.id === id)?.measureId ?? '';
      const standing = await this.findings.standing(tx, actor, { period, measureId });
      if (standing !== null) await this.findings.withdraw(tx, actor, standing, { reason, now });
      if (!counts) continue;
      const found = { period, unitId, measureId, verdict: 'undone', text: reason, attachmentIds: [] } as const;
      await this.findings.record(tx, actor, found, now);
    }
  }
}
