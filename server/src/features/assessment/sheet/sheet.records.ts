import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EMPTY_DRAFT, type SheetContent } from '@jiannuo/shared/assessment';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { Ids } from '../../../platform/clock';
import { execute, insertRows, rowsIn } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { sealed } from '../assessment.journal';
import type { AssessmentRecord } from '../assessment.lock';
import { MonthRecordQueries } from '../month/month-records';

/** The obligation that an assessment answers. */
export interface OwedAssessment {
  readonly id: string;
  readonly groupId: string;
  readonly unitId: string;
  readonly period: Period;
}

/** A sheet to be kept. */
interface NewSheet {
  readonly actor: Actor;
  readonly assessment: AssessmentRecord;
  readonly content: SheetContent;
  /** When it reached the lead unit. */
  readonly receivedAt: Instant;
  /** How it came, where the lead unit copied it; null for one that the county handed in. */
  readonly entered: { readonly channel: Channel; readonly basis: string; readonly registeredAt: Instant } | null;
  /** Until when the county may put right what was entered for it; null where nothing was. */
  readonly checkedUntil: Instant | null;
}

/** Assessments and the sheets that are handed in to them. */
@Injectable()
export class SheetRecords {
  constructor(
    private readonly ids: Ids,
    private readonly months: MonthRecordQueries,
  ) {}

  /** The assessment that answers a locked obligation, begun now if there was none. Refused where the group scores nobody. */
  async ensure(tx: EntityManager, owed: OwedAssessment, now: Instant): Promise<string> {
    const [known] = await rowsIn<{ id: string }>(tx, 'SELECT id FROM assessment WHERE obligation_id = ?', [owed.id]);
    if (known !== undefined) return known.id;
    await this.months.of(owed, tx);
    const id = this.ids.next();
    await insertRows(tx, 'assessment', [
      {
        id,
        group_id: owed.groupId,
        unit_id: owed.unitId,
        period: owed.period,
        obligation_id: owed.id,
        state: 'draft',
        current_sheet: 0,
        current_review: 0,
        version: 1,
        opened_at: now,
      },
    ]);
    const content = JSON.stringify(EMPTY_DRAFT);
    await insertRows(tx, 'assessment_draft', [{ assessment_id: id, revision: 1, saved_at: null, content }]);
    return id;
  }

  /** Adds a sheet, which is the one that counts from now on, and answers its number and hash. */
  async add(
    tx: EntityManager,
    { actor, assessment, content, receivedAt, entered, checkedUntil }: NewSheet,
  ): Promise<{ readonly number: number; readonly hash: string }> {
    const number = assessment.currentSheet + 1;
    const { text, hash } = sealed(content);
    await insertRows(tx, 'assessment_sheet', [
      {
        id: this.ids.next(),
        assessment_id: assessment.id,
        number,
        content_hash: hash,
        content: text,
        received_at: receivedAt,
        by_appointment_id: actor.appointmentId,
        by_name: actor.personName,
        by_unit_name: actor.unitName,
        withdrawn_at: null,
        channel: entered?.channel ?? null,
        basis: entered?.basis ?? null,
        registered_at: entered?.registeredAt ?? null,
        checked_until: checkedUntil,
      },
    ]);
    await execute(tx, 'UPDATE assessment SET current_sheet = ? WHERE id = ?', [number, assessment.id]);
    return { number, hash };
  }
}
