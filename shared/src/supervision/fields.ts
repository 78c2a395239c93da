import type { Instant, Refusal } from '../kernel';
import { ruleOf, type NoticeKind } from './kinds';

/** The code of the text that says when a talk is held (约谈时间). */
export const HELD_AT = 'heldAt';

/** One of the texts that a kind carries beside its requirement, as it is read. */
export interface FieldText {
  readonly code: string;
  readonly label: string;
  /** Empty where nobody has written it. */
  readonly text: string;
  readonly isRequired: boolean;
}

interface Shown {
  /** Whether it is out: what was issued before its kind asked for a moment lacks none. */
  readonly isIssued: boolean;
  /** How a moment is written: in full on papers, short on screens. */
  readonly spell: (at: Instant) => string;
}

/** When a talk is held; null while nobody has said, and of every other kind. */
export function heldAtOf({ fields }: { readonly fields: Readonly<Record<string, string>> }): Instant | null {
  return fields[HELD_AT] ?? null;
}

/**
 * The own texts of a notice in the order of its kind, with its moments spelled. A talk that was issued before its time was
 * asked for by itself (约谈时间) says time and place in one.
 */
export function fieldTexts(
  kind: NoticeKind,
  fields: Readonly<Record<string, string>>,
  { isIssued, spell }: Shown,
): readonly FieldText[] {
  const { fields: known } = ruleOf(kind);
  const isFormer = isIssued && known.some(({ code, isMoment }) => isMoment === true && fields[code] === undefined);
  return known.flatMap(({ code, label, isRequired, isMoment, formerLabel }): readonly FieldText[] => {
    const text = fields[code] ?? '';
    if (isMoment === true) {
      return isFormer ? [] : [{ code, label, text: text === '' ? '' : spell(text), isRequired }];
    }
    return [{ code, label: isFormer ? (formerLabel ?? label) : label, text, isRequired }];
  });
}

/** What has to be known to say whether the time of a talk can stand. */
interface HeldFacts {
  readonly now: Instant;
  /** When the talk is held by the notice that this one corrects: that stands also once it is past. */
  readonly heldBefore?: Instant | null;
}

/** Why the time of a talk cannot stand: it is over, or what is asked is due before it. Whether one is needed, the kind says. */
export function heldGaps(
  content: { readonly fields: Readonly<Record<string, string>>; readonly dueAt: Instant | null },
  { now, heldBefore = null }: HeldFacts,
): readonly Refusal[] {
  const heldAt = heldAtOf(content);
  if (heldAt === null) return [];
  if (heldAt <= now && heldAt !== heldBefore) return [{ code: 'supervision.held-in-past', facts: {} }];
  const isLate = content.dueAt !== null && content.dueAt <= heldAt;
  return isLate ? [{ code: 'supervision.held-after-due', facts: {} }] : [];
}
