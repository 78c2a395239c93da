import { Injectable } from '@nestjs/common';
import type { Instant, Period } from '@jiannuo/shared/kernel';
import type { RemindResultView } from '@jiannuo/shared/notifications';
import type { ObligationKind } from '@jiannuo/shared/obligations';
import { Clock } from '../../platform/clock';
import { batchesOf, Transactions } from '../../platform/database';
import { DomainError } from '../../platform/http';
import { scopeOf, type Actor } from '../../platform/identity';
import { DeliveryCommands } from '../../platform/notifications';
import { ObligationQueries, type OwedObligation, type YearData } from '../obligations';
import { PeopleQueries } from '../people';
import { mergedOrders, obligationTitle, type Reminder } from './reminder.orders';
import { contactsByUnit } from './reminder-plan';
import { TapRecords } from './tap.records';

/** Orders that one statement carries. */
const ORDERS_AT_ONCE = 100;

/** Whom to remind: chosen obligations, or everybody who still owes a kind for a month. */
export type RemindRequest =
  { readonly obligationIds: readonly string[] } | { readonly period: Period; readonly kind: ObligationKind };

/** The lead unit's one tap (art. 7). A person's own tap may come in the evening. */
@Injectable()
export class ReminderCommands {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly obligations: ObligationQueries,
    private readonly people: PeopleQueries,
    private readonly deliveries: DeliveryCommands,
    private readonly records: TapRecords,
  ) {}

  /**
   * Reminds the liaisons of those who still owe, each unit at most once an evening, and by day once an hour; what
   * the plan sent counts too. Refuses `notifications.nobody-chosen`.
   */
  async remind(actor: Actor, request: RemindRequest): Promise<RemindResultView> {
    const now = this.clock.now();
    const { owed, alreadyDone } = await this.chosen(actor, request, now);
    const [first] = owed;
    // Through the transaction also when nobody is left, so that a tap sent twice under one key hears the same answer.
    if (!first) return this.transactions.run(() => Promise.resolve({ queued: 0, alreadyTonight: 0, alreadyDone }));
    const year = await this.records.yearOf(actor.groupId, first.period);
    const reminders = await this.remindersFor(actor, owed, { year, now });
    return this.transactions.run(async (tx) => {
      const recent = await this.records.taps.remindedByPlan(tx, actor.groupId, now);
      const units = owed.map((obligation) => obligation.unitId).filter((unitId) => !recent.has(unitId));
      const hours = year.settings.workingHours;
      const open = new Set(await this.records.taps.take(tx, units, now, hours));
      const reminded = reminders.filter(({ obligation }) => open.has(obligation.unitId));
      const orders = mergedOrders(reminded, { now, sender: actor.unitName, isPersonal: true });
      for (const some of batchesOf(orders, ORDERS_AT_ONCE)) {
        await this.deliveries.order(tx, some);
      }
      const queued = owed.filter((obligation) => open.has(obligation.unitId)).length;
      const detail = { queued, alreadyTonight: owed.length - queued, alreadyDone };
      const subject = { kind: 'period', id: first.period };
      await this.records.audit.record(tx, { actor, groupId: actor.groupId, action: 'reminder.send', subject, detail });
      return detail;
    });
  }

  private async chosen(
    actor: Actor,
    request: RemindRequest,
    now: Instant,
  ): Promise<{ readonly owed: readonly OwedObligation[]; readonly alreadyDone: number }> {
    if ('obligationIds' in request) {
      const ids = [...new Set(request.obligationIds)];
      if (ids.length === 0) throw DomainError.invalid('notifications.nobody-chosen');
      const owed = await this.obligations.stillOwed(scopeOf(actor), ids);
      const known = await this.obligations.countKnown(scopeOf(actor), ids);
      if (known === 0) throw DomainError.notFound('obligations.not-found');
      return { owed, alreadyDone: known - owed.length };
    }
    const owed: OwedObligation[] = [];
    for await (const page of this.obligations.owing(actor.groupId, request.kind, request.period, now))
      owed.push(...page);
    return { owed, alreadyDone: 0 };
  }

  private async remindersFor(
    actor: Actor,
    owed: readonly OwedObligation[],
    { year, now }: { readonly year: YearData; readonly now: Instant },
  ): Promise<readonly Reminder[]> {
    const units = [...new Set(owed.map((obligation) => obligation.unitId))];
    const byUnit = contactsByUnit(await this.people.contactsOf(scopeOf(actor), units, 'liaison'));
    const reminders = owed.flatMap((obligation) => {
      const title = obligationTitle(year.settings, obligation);
      const reminder = { obligation, audience: 'liaison', slot: `tap@${now}`, title, staleAt: null } as const;
      return (byUnit.get(obligation.unitId) ?? [null]).map((contact) => ({ ...reminder, contact }));
    });
    return this.records.asked.addTo(reminders);
  }
}
