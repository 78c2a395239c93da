import { Injectable } from '@nestjs/common';
import {
  earliestDueAt,
  noticeNumber,
  type DraftingView,
  type NoticeKind,
  type NoticeState,
} from '@jiannuo/shared/supervision';
import { Clock } from '../../../platform/clock';
import { Database } from '../../../platform/database';
import type { Actor } from '../../../platform/identity';
import { SupervisionYears } from '../supervision-years';
import { known } from '../supervision.lock';

interface Begun {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly year: number;
  readonly state: NoticeState;
  readonly writer: string | null;
}

/** Reads what whoever begins to write a notice is to know beforehand. */
@Injectable()
export class DraftingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly years: SupervisionYears,
  ) {}

  /** The earliest due time that leaves enough of it, and the correction of the same notice that is under way already. */
  async view(actor: Actor, correctsId: string | null): Promise<DraftingView> {
    const now = this.clock.now();
    const settings = await this.years.clocksAt(actor.groupId, now);
    return {
      serverNow: now,
      earliestDueAt: earliestDueAt(now, settings),
      begun: correctsId === null ? null : await this.begun(actor, correctsId),
    };
  }

  private async begun(actor: Actor, correctsId: string): Promise<DraftingView['begun']> {
    const { where, parameters } = known(actor);
    const row = await this.database.row<Begun>(
      `SELECT n.id, n.kind, n.year, n.state, n.writer_name AS writer FROM supervision_notice n
       WHERE n.corrects_id = ? AND n.state IN ('draft', 'checking', 'checked') AND ${where} ORDER BY n.id LIMIT 1`,
      [correctsId, ...parameters],
    );
    if (row === null) return null;
    const { id, kind, year, state, writer } = row;
    return { id, number: noticeNumber(kind, year, null), state, writer: writer ?? '' };
  }
}
