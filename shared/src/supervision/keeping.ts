import type { Refusal } from '../kernel';
import { EARLIER_KINDS } from './earlier';
import { groundOf, type NoticeKind } from './kinds';
import type { NoticeState } from './states';

/** What is left of what a shaken notice stood on. */
export interface LeftStanding {
  /** What was issued before it, by however many steps, with what came in the place of any of it. */
  readonly notices: readonly {
    readonly kind: NoticeKind;
    readonly state: NoticeState;
    /** Whether the finding of 瞒报 that it stands on was cleared. */
    readonly isCleared: boolean;
  }[];
  /** Whether an item of a circular that it names was not taken back. */
  readonly isNamed: boolean;
  /** Whether it is about a record of its own that its unit was not let off. */
  readonly isAboutMore: boolean;
}

/**
 * Why an issued notice cannot be said to stand after all (维持), or null where it can: its ground stands on what was
 * issued before (art. 14, 16) and none of that is in force, or all that it followed came of a finding of 瞒报 that was
 * cleared. Any other ground can stand on the facts of the notice itself, which its officer weighs.
 */
export function keepGap(
  { kind, ground }: { readonly kind: NoticeKind; readonly ground: string | null },
  { notices, isNamed, isAboutMore }: LeftStanding,
): Refusal | null {
  const needsEarlier = groundOf(kind, ground)?.needsEarlier === true;
  const inForce = notices.filter(({ state, isCleared }) => !isCleared && (state === 'issued' || state === 'delisted'));
  const kinds = EARLIER_KINDS[kind] ?? [];
  if (isNamed || inForce.some((notice) => !needsEarlier || kinds.includes(notice.kind))) return null;
  const isCleared = notices.some((notice) => notice.isCleared);
  if (!needsEarlier && (isAboutMore || !isCleared)) return null;
  return { code: isCleared ? 'supervision.keep-cleared' : 'supervision.keep-groundless', facts: {} };
}
