import { Injectable } from '@nestjs/common';
import { beijingDate, periodOf, type Instant, type Period } from '@jiannuo/shared/kernel';
import type { ReadinessView } from '@jiannuo/shared/notifications';
import { isSendingTime } from '@jiannuo/shared/obligations';
import { StoredValues, Transactions } from '../../platform/database';
import { InboxCommands } from '../../platform/notifications';
import { GroupQueries, PeopleQueries, type GroupYearRecord } from '../people';
import { ReadinessQueries } from './readiness.queries';

/** From this day on there is still time to have people open the mini program; from the last one on it is too late. */
const FIRST_DAY = 10;
const LAST_DAY = 19;
/** Names that fit one notice; the list itself names everybody. */
const NAMES_SHOWN = 12;

/** On the 10th the lead unit hears who has no grant left. */
@Injectable()
export class Readiness {
  constructor(
    private readonly groups: GroupQueries,
    private readonly people: PeopleQueries,
    private readonly queries: ReadinessQueries,
    private readonly inbox: InboxCommands,
    private readonly transactions: Transactions,
    private readonly values: StoredValues,
  ) {}

  /** Tells the lead officers of each group once a month, in working hours; nothing when everybody can be reached. */
  async tell(now: Instant): Promise<void> {
    const date = beijingDate(now);
    const day = Number(date.slice(8));
    if (day < FIRST_DAY || day > LAST_DAY) return;
    const period = periodOf(date);
    for (const year of await this.groups.groupYears()) {
      const { firstPeriod, lastPeriod, calendar, workingHours } = year.settings;
      const isConcerned = String(year.year) === period.slice(0, 4) && period >= firstPeriod && period <= lastPeriod;
      if (isConcerned && isSendingTime(now, calendar, workingHours)) await this.tellGroup(year, period);
    }
  }

  private async tellGroup({ groupId }: GroupYearRecord, period: Period): Promise<void> {
    const name = `readiness:${groupId}`;
    if ((await this.values.find(name)) === period) return;
    const scope = { groupId, unitId: null };
    const { rows } = await this.queries.viewOf(scope);
    const officers = rows.length === 0 ? [] : await this.people.contactsOf(scope, 'all', 'lead-officer');
    await this.transactions.run(async (tx) => {
      const notices = officers.map(({ appointmentId }) => ({
        groupId,
        appointmentId,
        list: 'to-know' as const,
        kind: 'readiness',
        title: `有${String(rows.length)}人收不到微信提醒`,
        body: bodyOf(rows),
        sender: '践诺通',
        target: { kind: 'call-list' as const, id: period },
        key: `readiness:${period}:${appointmentId}`,
      }));
      await this.inbox.put(tx, notices);
      await this.values.put(tx, name, period);
    });
  }
}

function bodyOf(rows: ReadinessView['rows']): string {
  const names = rows.slice(0, NAMES_SHOWN).map((row) => row.unitName);
  const more = rows.length > names.length ? `等${String(rows.length)}家` : '';
  return `${names.join('、')}${more}的联络员没绑定微信，或者提醒次数用完了。请他们打开一次小程序，点“提醒我”。`;
}
