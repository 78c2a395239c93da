import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AnnualAction } from '@jiannuo/shared/assessment';
import { Audit } from '../../../platform/audit';
import type { Actor } from '../../../platform/identity';
import { Outbox } from '../../../platform/outbox';
import type { CountyYear } from './annual-records';

/** The topic under which counties hear what became of their year. */
export const YEAR_MOVED = 'annual.moved';

/** What is heard, by all counties that it concerns. */
export interface YearMovedEvent {
  readonly groupId: string;
  readonly year: number;
  readonly unitIds: readonly string[];
  /** What the year of each came to, two places, by unit; none until it is told. */
  readonly totals?: Readonly<Record<string, string>>;
  readonly action: AnnualAction;
  readonly byUnit: string;
  readonly reason: string;
}

/** One thing done to a year. */
export interface AnnualAct {
  readonly actor: Actor;
  readonly year: number;
  readonly yearId: string;
  readonly action: AnnualAction;
  readonly reason?: string;
  readonly totals?: Readonly<Record<string, string>>;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** What a year's result leaves behind: the audit log, and word to the counties. */
@Injectable()
export class AnnualJournal {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /** Writes the audit entry and leaves word for these counties. */
  async record(
    tx: EntityManager,
    { actor, year, yearId, action, reason = '', totals = {}, detail = {} }: AnnualAct,
    counties: readonly Pick<CountyYear, 'unitId'>[],
  ): Promise<void> {
    const { groupId, unitName: byUnit } = actor;
    await this.audit.record(tx, {
      actor,
      groupId,
      action: `annual-result.${action}`,
      subject: { kind: 'annual-year', id: yearId },
      detail: { year, ...(reason === '' ? {} : { reason }), ...detail },
    });
    const unitIds = counties.map(({ unitId }) => unitId);
    const event: YearMovedEvent = { groupId, year, unitIds, totals, action, byUnit, reason };
    await this.outbox.add(tx, { topic: YEAR_MOVED, payload: event });
  }
}
