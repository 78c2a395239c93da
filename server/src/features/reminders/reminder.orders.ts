import { formatDue, formatMoment, formatPeriod, type Instant, type Period } from '@jiannuo/shared/kernel';
import {
  countsForTimeliness,
  isAsked,
  type ObligationKind,
  type ObligationSettings,
} from '@jiannuo/shared/obligations';
import type { DeliveryOrder } from '../../platform/notifications';
import { ASKED_IN, titleOf, type OwedObligation, type Titled } from '../obligations';
import type { Contact } from '../people';

/** What deliveries of this feature are about. */
export const OBLIGATION_SUBJECT = 'obligation';
/** The slot of the message about a return: there is one for each correction. */
export const RETURN_SLOT = 'returned';

/** A reminder of one obligation to one person, before those of one person are merged into one message. */
export interface Reminder {
  readonly obligation: OwedObligation;
  /** Null when the unit has nobody in the post. */
  readonly contact: Contact | null;
  readonly audience: 'liaison' | 'leader';
  /** What makes it the only one for this obligation and person. */
  readonly slot: string;
  /** 5月月报 */
  readonly title: string;
  readonly staleAt: Instant | null;
  /** What the notice or inspection that asks for it is about; left out of what a rule asks. */
  readonly matter?: string;
  /** Until when the unit asked for more time, while nobody has answered it; left out otherwise. */
  readonly askedDueAt?: Instant;
}

/** What the reminders of one run have in common. */
export interface ReminderRun {
  readonly now: Instant;
  readonly sender: string;
  /** Asked for by a person's own tap. */
  readonly isPersonal: boolean;
}

/** What people call an obligation: 5月月报, 督办单〔2022〕3号反馈. */
export function obligationTitle(settings: ObligationSettings, owed: Titled & { readonly period: Period }): string {
  return isAsked(owed.kind) ? titleOf(settings, owed) : `${formatPeriod(owed.period)}${titleOf(settings, owed)}`;
}

/** One order a person: what is due for one reader at the same moment comes as one message. Soonest due first. */
export function mergedOrders(reminders: readonly Reminder[], run: ReminderRun): readonly DeliveryOrder[] {
  const byReader = new Map<string, Reminder[]>();
  for (const reminder of reminders) {
    const { contact, obligation, audience } = reminder;
    const reader = contact?.appointmentId ?? `${audience} of ${obligation.unitId}`;
    byReader.set(reader, [...(byReader.get(reader) ?? []), reminder]);
  }
  return [...byReader.values()].map((own) => orderOf([...own].sort(bySoonest), run));
}

function orderOf(reminders: readonly Reminder[], run: ReminderRun): DeliveryOrder {
  const [first] = reminders;
  if (!first) throw new Error('An order without a reminder.');
  const { obligation, contact } = first;
  return {
    groupId: obligation.groupId,
    unitId: obligation.unitId,
    appointmentId: contact?.appointmentId ?? null,
    purpose: 'due-soon',
    subjectKind: OBLIGATION_SUBJECT,
    about: reminders.map((reminder) => reminder.title).join('、'),
    isPersonal: run.isPersonal,
    sendAt: run.now,
    staleAt: latestOf(reminders.map((reminder) => reminder.staleAt)),
    subjects: reminders.map((reminder) => ({
      id: reminder.obligation.id,
      slot: reminder.slot,
      title: reminder.title,
      dueAt: reminder.obligation.dueAt,
    })),
    notices: reminders.map((reminder) => noticeOf(reminder, run)),
  };
}

/** What a unit has not done with each kind of thing, and what it does about it. */
const UNDONE: Partial<
  Record<
    ObligationKind,
    { readonly undone: string; readonly none: string; readonly late: string; readonly soon: string }
  >
> = {
  'ticket-sign': {
    undone: '还没签收',
    none: '没有签收',
    late: '已经超期，请尽快签收。',
    soon: '还没签收。签收了就不再提醒。',
  },
  'ticket-answer': {
    undone: '还没反馈',
    none: '没有反馈',
    late: '已经超期，请尽快反馈。用邮件、纸质交也一样。',
    soon: '还没反馈。反馈了就不再提醒，用邮件、纸质交也一样。',
  },
  matter: {
    undone: '还没报办好',
    none: '没有报办好',
    late: '已经超期，请尽快办。',
    soon: '还没报办好。报了就不再提醒。',
  },
};
const NOT_HANDED_IN = {
  undone: '还没交',
  none: '没有收到',
  late: '已经超期，请尽快交。用邮件、纸质交也一样。',
  soon: '还没收到。交了就不再提醒，用邮件、纸质交也一样。',
};
/** What being late means where it counts (R41). */
const LATE_REPORT = '已经超期，现在交记迟报。用邮件、纸质交也一样。';

type Notice = DeliveryOrder['notices'][number];

function noticeOf(reminder: Reminder, run: ReminderRun): Notice {
  const { obligation, audience, title, matter } = reminder;
  const { dueAt, unitName } = obligation;
  const isOverdue = run.now >= dueAt;
  const words = UNDONE[obligation.kind] ?? NOT_HANDED_IN;
  const target = targetOf(obligation);
  const due = isOverdue ? `${formatMoment(dueAt, run.now)}已截止` : formatDue(dueAt, run.now);
  const asked = askedWords(reminder, run.now);
  if (audience === 'leader') {
    const body = `截止时间是${formatDue(dueAt, run.now)}，${asked ?? `到现在${words.none}。请您过问一下。`}`;
    return {
      list: 'to-know',
      kind: 'overdue',
      title: `${unitName}${nameOf(title, words.undone)}${matter === undefined ? '' : `　${matter}`}`,
      body,
      sender: run.sender,
      target,
    };
  }
  const late = countsForTimeliness(obligation.kind) ? LATE_REPORT : words.late;
  const body = asked ?? (isOverdue ? late : words.soon);
  const kind = isOverdue ? 'overdue' : 'due-soon';
  return { list: 'to-do', kind, title: `${title}　${due}`, body, sender: run.sender, target };
}

function targetOf({ id, kind, recordId }: OwedObligation): Notice['target'] {
  return isAsked(kind) && recordId !== null ? { kind: ASKED_IN[kind], id: recordId } : { kind: 'obligation', id };
}

/** Whoever asked for more time is not called idle while it is the lead unit that owes the answer; null where nobody asked. */
function askedWords({ askedDueAt }: Reminder, now: Instant): string | null {
  return askedDueAt === undefined ? null : `申请延到${formatDue(askedDueAt, now)}，牵头单位还没答复。`;
}

/** 督办单〔2022〕3号签收 that was not signed for is said without saying it twice. */
function nameOf(title: string, undone: string): string {
  const deed = undone.replace('还没', '');
  return `${title.endsWith(deed) ? title.slice(0, -deed.length) : title}${undone}`;
}

function bySoonest(a: Reminder, b: Reminder): number {
  return a.obligation.dueAt.localeCompare(b.obligation.dueAt) || a.obligation.id.localeCompare(b.obligation.id);
}

/** Of some that may be null, for never, the latest. */
function latestOf(instants: readonly (Instant | null)[]): Instant | null {
  if (instants.includes(null)) return null;
  return (
    instants
      .flatMap((instant) => instant ?? [])
      .sort()
      .at(-1) ?? null
  );
}
