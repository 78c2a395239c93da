import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import type { ClockSettings } from '@jiannuo/shared/supervision';
import { GroupYears } from '../obligations';

/** What holds where a group has set no year up yet: weekends only, and the usual hours. */
const BARE: ClockSettings = {
  calendar: { holidays: [], makeUpDays: [] },
  workingHours: { from: '08:30', to: '18:00' },
  correctionWorkingDays: 2,
};

/** What a group's year says about the clocks of tickets. */
@Injectable()
export class SupervisionYears {
  constructor(private readonly years: GroupYears) {}

  /** The settings that hold at `now`, also after the last year that was set up. Inside a transaction its manager must be given. */
  async clocksAt(groupId: string, now: Instant, tx?: EntityManager): Promise<ClockSettings> {
    return (await this.years.settingsAt(groupId, now, tx)) ?? BARE;
  }
}
