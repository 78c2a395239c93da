import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLenientMonth, type MonthRecords, type OwedRecord } from '@jiannuo/shared/assessment';
import type { Instant } from '@jiannuo/shared/kernel';
import { TIMELY_KINDS, type ObligationKind } from '@jiannuo/shared/obligations';
import { Database } from '../../../platform/database';
import { DomainError } from '../../../platform/http';
import { GroupYears, titleOf } from '../../obligations';
import { RulingQueries } from '../../rulings';
import type { AskedMonth } from '../review/standing-reviews';

/** What units owed in a month, and whether it lets go what came late. */
export type Owed = Pick<MonthRecords, 'obligations' | 'isLenient'>;

interface OwedRow {
  readonly id: string;
  readonly unitId: string;
  readonly kind: ObligationKind;
  readonly title: string | null;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  readonly recordId: string | null;
}

/** The kinds that count for timeliness, as SQL lists them. */
export const TIMELY = TIMELY_KINDS.map((kind) => `'${kind}'`).join(', ');

/** What counts for timeliness (Q11): one obligation, at most one deduction. What was waived counts for nothing. */
const OWED = `SELECT id, unit_id AS unitId, kind, title, due_at AS dueAt, met_at AS metAt, record_id AS recordId
  FROM obligation
  WHERE group_id = ? AND period = ? AND (? IS NULL OR unit_id = ?)
    AND kind IN (${TIMELY}) AND waived_at IS NULL
  ORDER BY due_at, id`;

/** Reads what counts of a month for timeliness. */
@Injectable()
export class OwedMonths {
  constructor(
    private readonly database: Database,
    private readonly years: GroupYears,
    private readonly rulings: RulingQueries,
  ) {}

  /** What each unit of a month owed. Refused where the group scores nobody. */
  async of(tx: EntityManager | undefined, { groupId, period, unitId }: AskedMonth): Promise<(unitId: string) => Owed> {
    const year = await this.years.of(groupId, period, tx);
    const terms = await this.rulings.inForce({ groupId, unitId }, period, tx);
    if (year === null || terms === null) throw DomainError.notFound('assessment.not-scored');
    const isLenient = isLenientMonth(year.settings, terms.regulation, period);
    const rows = await this.database.rows<OwedRow>(OWED, [groupId, period, unitId, unitId], tx);
    return (asked) => ({
      isLenient,
      obligations: rows.flatMap((row): OwedRecord[] => {
        if (row.unitId !== asked) return [];
        const { id, kind, dueAt, metAt, recordId } = row;
        return [{ id, kind, title: titleOf(year.settings, row), dueAt, metAt, recordId }];
      }),
    });
  }
}
