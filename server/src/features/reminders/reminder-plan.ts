import { Injectable } from '@nestjs/common';
import { addWholeDays, type Instant, type Period } from '@jiannuo/shared/kernel';
import { isAsked, isSendingTime } from '@jiannuo/shared/obligations';
import { ObligationQueries, settingsAt, type OwedObligation } from '../obligations';
import { GroupQueries, PeopleQueries, type Contact, type GroupYearRecord } from '../people';
import { AskedRequests } from './asked-requests';
import { mergedOrders, obligationTitle, type Reminder } from './reminder.orders';
import { ReminderStore } from './reminder.store';
import { rungsNow, slotOf, type RungNow } from './rung.decisions';

/**
 * No rung lies farther from its due time than this, in days. What counts is when a thing is due, not its month: a month
 * that was extended or sent back long after is reminded of like any other.
 */
const FARTHEST_DAYS = 45;

type Audience = Reminder['audience'];
/** A group's year with the months whose reminders it plans. */
interface RulingYear extends GroupYearRecord {
  readonly months: { readonly first: Period; readonly last: Period };
}
interface Wanted {
  readonly obligation: OwedObligation;
  readonly rung: RungNow;
}

/**
 * Compares the plan with what is owed at this moment, and orders what is missing: one reminder of one rung for each
 * obligation and person, whoever else is at it and whenever the servers were up. What is stale is not made up for.
 */
@Injectable()
export class ReminderPlan {
  constructor(
    private readonly groups: GroupQueries,
    private readonly obligations: ObligationQueries,
    private readonly people: PeopleQueries,
    private readonly store: ReminderStore,
    private readonly asked: AskedRequests,
  ) {}

  /** Orders every group's reminders that are due at `now`; answers how many obligations were reminded of. */
  async run(now: Instant): Promise<number> {
    let ordered = 0;
    const years = await this.groups.groupYears();
    for (const [index, each] of years.entries()) {
      const [before, after] = [years[index - 1], years[index + 1]];
      const months = monthsOf(each, { before, after });
      const year = { ...each, settings: settingsAt(each.settings, each.year, now), months };
      const { calendar, workingHours } = year.settings;
      if (isSendingTime(now, calendar, workingHours)) ordered += await this.runYear(year, now);
    }
    return ordered;
  }

  private async runYear(year: RulingYear, now: Instant): Promise<number> {
    const wanted = await this.wantedOf(year, now);
    if (wanted.length === 0) return 0;
    const reminders = [
      ...(await this.remindersFor(year, wanted, 'liaison')),
      ...(await this.remindersFor(year, wanted, 'leader')),
    ];
    const fresh = await this.asked.pressing(await this.store.withoutKnown(reminders));
    const group = await this.groups.group(year.groupId);
    const run = { now, sender: group?.leadUnitName ?? '', isPersonal: false };
    return this.store.order(mergedOrders(fresh, run));
  }

  private async wantedOf(year: RulingYear, now: Instant): Promise<readonly Wanted[]> {
    const known = new Map<Instant, readonly RungNow[]>();
    const wanted: Wanted[] = [];
    const due = { from: addWholeDays(now, -FARTHEST_DAYS), to: addWholeDays(now, FARTHEST_DAYS) };
    for await (const page of this.obligations.owingBetween(year.groupId, year.months, due, now)) {
      for (const obligation of page) {
        const { dueAt } = obligation;
        const rungs = known.get(dueAt) ?? rungsNow(year.settings, dueAt, now);
        known.set(dueAt, rungs);
        wanted.push(...rungs.map((rung) => ({ obligation, rung })));
      }
    }
    return this.afterBeginning(wanted);
  }

  /**
   * A correction begins with its return and what a notice asks with the notice, of which the officer was told at once:
   * what would have come before is left out.
   */
  private async afterBeginning(wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
    const corrections = wanted.filter(({ obligation }) => obligation.kind === 'report-correction');
    const told = await this.store.returnsTold(corrections.map(({ obligation }) => obligation.id));
    return wanted.filter(({ obligation, rung }) => {
      const since = isAsked(obligation.kind) ? obligation.createdAt : (told.get(obligation.id) ?? '');
      return rung.rung.at > since;
    });
  }

  private async remindersFor(
    year: GroupYearRecord,
    all: readonly Wanted[],
    audience: Audience,
  ): Promise<readonly Reminder[]> {
    const wanted = all.filter((each) => each.rung.rung.audience === audience);
    const units = [...new Set(wanted.map((each) => each.obligation.unitId))];
    if (units.length === 0) return [];
    const contacts = await this.people.contactsOf({ groupId: year.groupId, unitId: null }, units, audience);
    const byUnit = contactsByUnit(contacts);
    return wanted.flatMap(({ obligation, rung }) => {
      const title = obligationTitle(year.settings, obligation);
      const slot = slotOf(rung.rung, obligation.dueAt);
      const reminder = { obligation, audience, slot, title, staleAt: rung.staleAt };
      return (byUnit.get(obligation.unitId) ?? [null]).map((contact) => ({ ...reminder, contact }));
    });
  }
}

/** Contacts by their unit. */
export function contactsByUnit(contacts: readonly Contact[]): ReadonlyMap<string, readonly Contact[]> {
  const byUnit = new Map<string, Contact[]>();
  for (const contact of contacts) byUnit.set(contact.unitId, [...(byUnit.get(contact.unitId) ?? []), contact]);
  return byUnit;
}

/**
 * The months whose reminders a year plans: its own, and what lies before the first year and after the last one of its
 * group, for what notices ask follows no cycle of reports.
 */
function monthsOf(
  { groupId, year }: GroupYearRecord,
  { before, after }: { readonly before: GroupYearRecord | undefined; readonly after: GroupYearRecord | undefined },
): RulingYear['months'] {
  return {
    first: before?.groupId === groupId ? `${String(year)}-01` : '0000-01',
    last: after?.groupId === groupId ? `${String(after.year - 1)}-12` : '9999-12',
  };
}
