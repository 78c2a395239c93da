import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Instant } from '@jiannuo/shared/kernel';
import { reviewRungsNow } from '@jiannuo/shared/supervision';
import { Ticker } from '../../../platform/schedule';
import { GroupQueries } from '../../people';
import { LeadWaiting } from '../waiting/lead.waiting';
import { ReviewMail, type ReviewReminder } from './review.mail';
import { SupervisionYears } from '../supervision-years';

const TEN_MINUTES = 600;
/** What one look at a group reminds of; whatever waits beyond that does so since later. */
const MOST = 500;

/**
 * Reminds the lead unit's officers of what they have to review or to answer, at the rungs of their group's year: always
 * in the inbox, and of what is grave (挂牌, 约谈) also by a message, to whoever has one left. Each rung once, however many
 * servers look.
 */
@Injectable()
export class ReviewReminders implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly groups: GroupQueries,
    private readonly waiting: LeadWaiting,
    private readonly years: SupervisionYears,
    private readonly mail: ReviewMail,
  ) {}

  onModuleInit(): void {
    this.ticker.register({
      name: 'supervision.review-reminders',
      everySeconds: TEN_MINUTES,
      run: (now) => this.remindAll(now),
    });
  }

  /** Looks through every group and reminds of what is due to be reminded of now. Harmless to repeat. */
  async remindAll(now: Instant): Promise<void> {
    for (const { id } of await this.groups.groups()) {
      const settings = await this.years.clocksAt(id, now);
      const reminders = (await this.waiting.of(id, MOST)).flatMap((ticket): readonly ReviewReminder[] => {
        const { leadDueAt: dueAt } = ticket;
        if (dueAt === null) return [];
        return reviewRungsNow(dueAt, now, settings).map(({ rungId }) => ({
          ticket,
          dueAt,
          slot: `${rungId}@${dueAt}`,
        }));
      });
      if (reminders.length > 0) await this.mail.send(id, reminders, now);
    }
  }
}
