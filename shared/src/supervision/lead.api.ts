import type { Instant } from '../kernel';
import type { ReminderState } from '../notifications';

/** GET /api/supervision/waiting: what the lead unit has to review (复核) and to answer (答复), and how much of it is late. */
export interface SupervisionWaitingView {
  readonly reviews: number;
  readonly requests: number;
  readonly overdue: number;
}

/** GET /api/supervision/circulars/subjects: what one unit owes and has not done in time. */
export interface CircularSubjectsView {
  readonly rows: readonly { readonly id: string; readonly title: string; readonly dueAt: Instant }[];
}

/** GET /api/supervision/tickets/:id/contacts: whom the lead unit calls about a ticket, and what became of the last 催办. */
export interface TicketContactsView {
  /** Whether nobody is the unit's liaison: its leaders stand among the contacts then. */
  readonly lacksLiaison: boolean;
  readonly contacts: readonly { readonly personName: string; readonly post: string; readonly phone: string }[];
  /** Null where nobody was urged. */
  readonly urge: {
    readonly at: Instant;
    readonly state: ReminderState;
    /** Why it did not reach the unit; null otherwise. */
    readonly reason: string | null;
  } | null;
}
