import { asSentence, beijingDate, formatDay, formatDue, type Instant, type Refusal } from '../kernel';
import type { Channel } from '../obligations';

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
}

/** Grounds that say that something did not come in time. Others, as 质量未达标, stand on what came. */
const ON_TIME: readonly string[] = ['late', 'daily-assessment', 'still-short', 'after-notices'];

/**
 * What became of what an issued notice is about, in words for everybody who has the notice: it was let off, given more
 * time than it had when the notice went out, or came in time after all, as was entered later. Null where none of it.
 */
export function fallenWords(link: FallenLink, now: Instant): string | null {
  const { title, issuedAt, dueAt, waivedAt, waiveReason } = link;
  if (waivedAt !== null) return waivedAt >= issuedAt ? `${title}已经免了。${asSentence(waiveReason ?? '')}` : null;
  if (dueAt > issuedAt) return `${title}延到${formatDue(dueAt, now)}。`;
  return cameInTime(link) ? `${title}${formatDay(beijingDate(link.metAt ?? dueAt))}已经按时收到。` : null;
}

/** What came through the app itself was known when the notice went out; what was entered for the unit may not have been. */
function cameInTime({ metAt, dueAt, channel, ground }: FallenLink): boolean {
  return metAt !== null && metAt < dueAt && channel !== 'app' && ON_TIME.includes(ground ?? '');
}

/** Why a notice cannot go out about what a unit owed: it was let off, or came in time and the notice says it did not. */
export function linkFallen(
  link: Pick<FallenLink, 'title' | 'ground' | 'dueAt' | 'metAt' | 'waivedAt'> & { readonly unitName: string },
): Refusal | null {
  const { title, ground, dueAt, metAt, waivedAt, unitName } = link;
  if (waivedAt !== null) return { code: 'supervision.ground-released', facts: { unit: unitName } };
  const isInTime = metAt !== null && metAt < dueAt && (ground === 'late' || ground === 'still-short');
  return isInTime ? { code: 'supervision.ground-in-time', facts: { title } } : null;
}
