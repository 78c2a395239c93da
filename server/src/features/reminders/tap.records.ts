import { Injectable } from '@nestjs/common';
import type { Period } from '@jiannuo/shared/kernel';
import { Audit } from '../../platform/audit';
import { GroupYears, type YearData } from '../obligations';
import { AskedRequests } from './asked-requests';
import { TapStore } from './tap.store';

/** What a tap leaves behind, and the rules of its group. */
@Injectable()
export class TapRecords {
  constructor(
    readonly taps: TapStore,
    readonly audit: Audit,
    readonly asked: AskedRequests,
    private readonly years: GroupYears,
  ) {}

  /** The year a month belongs to; there is one, because something is owed for it. */
  async yearOf(groupId: string, period: Period): Promise<YearData> {
    return this.years.required(groupId, period);
  }
}
