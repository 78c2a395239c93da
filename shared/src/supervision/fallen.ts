import { asSentence, beijingDate, formatDay, formatDue, type Instant, type Refusal } from '../kernel';
import type { Channel } from '../obligations';

/** How something owed was changed: a due time moved, let off, owed again, or entered as received. */
export interface OwedChange {
  /** Ids sort in the order in which things happened, whatever the clock said. */
  readonly id: string;
  readonly kind: string;
  readonly at: Instant;
  readonly fromDueAt: Instant;
  readonly toDueAt: Instant;
}

/** That the ground of a notice fell away, in these words, or that the lead unit said that it stands. */
export interface GroundNote {
  readonly id: string;
  readonly action: 'shake' | 'keep';
  readonly text: string;
}

/** What a unit owed, on which a notice was issued, as it stands now. */
export interface FallenLink {
  /** 5月月报. */
  readonly title: string;
  /** On which ground the notice stands. */
  readonly ground: string | null;
  readonly issuedAt: Instant;
  readonly dueAt: Instant;
  readonly metAt: Instant | null;
  /** How it came; null while it has not. */
  readonly channel: Channel | null;
  readonly waivedAt: Instant | null;
  readonly waiveReason: string | null;
  /** The earliest first. */
  readonly changes: readonly OwedChange[];
}

/** What of a notice's ground is not so any more, and the change of the record that made it so; '' where none did. */
interface Fall {
  readonly words: string;
  readonly by: string;
}

/** Grounds that say of one thing that it did not come: 延迟完成, 经督办仍没有达到要求, 通报、督办、预警后仍没有按要求推进. */
const MISSING: readonly string[] = ['late', 'still-short', 'after-notices'];
/** Grounds that say that something did not come in time. Others, as 质量未达标, stand on what came. */
const ON_TIME: readonly string[] = [...MISSING, 'daily-assessment'];

/** Whether a notice on this ground says of what it is about that it did not come. */
export function saysMissing(ground: string | null): boolean {
  return MISSING.includes(ground ?? '');
}

/**
 * What became of what an issued notice is about, in words for everybody who has the notice: it was let off, came in time
 * after all, or has more time than the notice says. Decided from how it stands now, against what the notice said when it
 * went out. Null where none of it, and where the lead unit was told of it: that waits for it to say whether the notice
 * stands, or it said so since. What falls again afterwards is told again, be it in the same words. `told` holds what was
 * noted on the notice, the earliest first.
 */
export function fallenWords(link: FallenLink, told: readonly GroundNote[]): string | null {
  const fall = fallOf(link);
  if (fall === null) return null;
  const { words, by } = fall;
  const isSaid = ({ action, text }: GroundNote): boolean => action === 'shake' && text === words;
  const isKnown = told.some((note, index) => isSaid(note) && (note.id > by || index === told.length - 1));
  return isKnown ? null : words;
}

/** Whether any of a notice's ground is not so any more, whoever knows it. */
export function isFallen(link: FallenLink): boolean {
  return fallOf(link) !== null;
}

function fallOf(link: FallenLink): Fall | null {
  const { title, issuedAt, dueAt, metAt, waivedAt, waiveReason, changes } = link;
  if (waivedAt !== null) {
    const words = `${title}已经免了。${asSentence(waiveReason ?? '')}`;
    return waivedAt >= issuedAt ? { words, by: lastOf(changes, ({ kind }) => kind === 'waived') } : null;
  }
  const claimedDueAt = changes.find((change) => change.at >= issuedAt && isMove(change))?.fromDueAt ?? dueAt;
  // What was not due yet when the notice went out it only reminded of.
  if (claimedDueAt > issuedAt) return null;
  if (cameInTime(link, claimedDueAt)) {
    const words = `${title}${formatDay(beijingDate(metAt ?? dueAt))}已经按时收到。`;
    return { words, by: lastOf(changes, ({ kind }) => kind === 'entered') };
  }
  return dueAt > issuedAt
    ? { words: `${title}延到${formatDue(dueAt, issuedAt)}。`, by: lastOf(changes, isMove) }
    : null;
}

function isMove({ fromDueAt, toDueAt }: OwedChange): boolean {
  return fromDueAt !== toDueAt;
}

function lastOf(changes: readonly OwedChange[], is: (change: OwedChange) => boolean): string {
  return changes.filter(is).at(-1)?.id ?? '';
}

/**
 * Whether it came by the due time of now. What came through the app itself by the due time of then was known when the
 * notice went out; what was entered for the unit may not have been.
 */
function cameInTime({ metAt, dueAt, channel, ground }: FallenLink, claimedDueAt: Instant): boolean {
  if (metAt === null || metAt >= dueAt || !ON_TIME.includes(ground ?? '')) return false;
  return channel !== 'app' || metAt >= claimedDueAt;
}

/** Something that a unit owes, about which a notice is to go out. */
export interface AboutOwed extends Pick<FallenLink, 'title' | 'ground' | 'dueAt' | 'metAt' | 'waivedAt'> {
  readonly unitName: string;
}

/**
 * Why a notice cannot go out about what a unit owes: it was let off, or the notice says that it did not come, and it came
 * in time, or may come until later. A record that came late, or is past due, stands as a ground.
 */
export function linkFallen(link: AboutOwed, now: Instant): Refusal | null {
  const { title, ground, dueAt, metAt, waivedAt, unitName: unit } = link;
  if (waivedAt !== null) return { code: 'supervision.ground-released', facts: { unit } };
  if (!saysMissing(ground)) return null;
  if (metAt !== null) return metAt < dueAt ? { code: 'supervision.ground-in-time', facts: { title } } : null;
  return dueAt > now ? { code: 'supervision.ground-extended', facts: { unit, dueAt } } : null;
}
