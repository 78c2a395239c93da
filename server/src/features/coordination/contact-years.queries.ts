import { Injectable } from '@nestjs/common';
import { CONTACT_UNIT_KINDS } from '@jiannuo/shared/coordination';
import { isDateText } from '@jiannuo/shared/kernel';
import type { ObligationSettings } from '@jiannuo/shared/obligations';
import type { UnitKind } from '@jiannuo/shared/people';
import { DomainError } from '../../platform/http';
import { GroupYears } from '../obligations';

/** Finds the year of a group whose months contacts are counted in. Asked outside transactions. */
@Injectable()
export class ContactYears {
  constructor(private readonly groupYears: GroupYears) {}

  /** The year named, or the one that runs. Refuses `coordination.year-unknown` when the group has not set it up. */
  async of(groupId: string, named?: number): Promise<ObligationSettings> {
    const settings = named === undefined ? await this.running(groupId) : await this.find(groupId, named);
    if (settings === null) throw DomainError.invalid('coordination.year-unknown');
    return settings;
  }

  /** The year of a day; for what is no day, or lies in no year of the group, the one that runs, which then refuses it. */
  async holding(groupId: string, day: unknown): Promise<ObligationSettings> {
    const own = isDateText(day) ? await this.find(groupId, Number(day.slice(0, 4))) : null;
    return own ?? this.of(groupId);
  }

  private async running(groupId: string): Promise<ObligationSettings | null> {
    const period = await this.groupYears.currentPeriod(groupId);
    return period === null ? null : this.find(groupId, Number(period.slice(0, 4)));
  }

  private async find(groupId: string, year: number): Promise<ObligationSettings | null> {
    return (await this.groupYears.ofYear(groupId, year))?.settings ?? null;
  }
}

/** Whether the lead unit owes a unit of this kind a contact each month. */
export function isOwedContact({ contactUnitKinds }: ObligationSettings, kind: UnitKind): boolean {
  return (contactUnitKinds ?? CONTACT_UNIT_KINDS).includes(kind);
}
