import { isPeriod, type Instant, type Period, type Refusal } from '../kernel';
import { ruleOf, type NoticeKind } from './kinds';

/** What a notice can be about: what a unit owes, a measure of the ledger, a matter of the register, a finding, an item of a circular. */
const LINK_KINDS = ['obligation', 'measure', 'matter', 'finding', 'circular'] as const;

/** What a linked record was called when it was chosen, and whose it is. */
export interface LinkName {
  readonly title: string;
  /** Null where it concerns several units, as a matter does. */
  readonly unitId: string | null;
  readonly unitName: string;
}

/** What a notice is about (关联事项), where it is about a record. Where that is one unit's, it applies to that unit alone. */
export interface NoticeLink {
  readonly kind: (typeof LINK_KINDS)[number];
  readonly id: string;
  /** The month of a measure; left out where it is about the whole of it. */
  readonly period?: Period;
  /** Written by the server and kept with the text, whatever the record is called later; texts from before it have none. */
  readonly name?: LinkName;
}

/** Something that a notice can be about, to choose from. */
export interface LinkChoice extends LinkName {
  readonly kind: NoticeLink['kind'];
  readonly id: string;
  /** When it is due; null where no due time is set for it. */
  readonly dueAt: Instant | null;
  readonly isMet: boolean;
  /** The number of a measure in its plan; null of everything else. */
  readonly number: number | null;
  /** The months of a measure. */
  readonly periods: readonly Period[];
}

/** GET /api/supervision/links?units=&find=. */
export interface LinkChoicesView {
  readonly rows: readonly LinkChoice[];
}

/** What of a notice says whether it can be about what it is linked to. */
interface Linked {
  readonly link: NoticeLink | null;
  readonly addressees: readonly { readonly unitId: string; readonly part: string }[];
  readonly accusedIds?: readonly string[];
}

/** What a notice is about, as those see it whom it concerns. */
export interface LinkView {
  readonly kind: NoticeLink['kind'];
  readonly title: string;
  readonly unitId: string | null;
  readonly unitName: string;
  /** The month in which a measure opens; null for everything else. */
  readonly period: Period | null;
  /** What opens for whoever looks into it; null where nothing does. */
  readonly record: {
    readonly kind: 'measure' | 'report' | 'to-report' | 'self-assessment' | 'ticket' | 'matter';
    readonly id: string;
  } | null;
}

/** What came from outside as a link; null where it names nothing, or cannot be read. Its name is never taken from outside. */
export function readLink(value: unknown): NoticeLink | null {
  const { kind, id, period } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const known = LINK_KINDS.find((each) => each === kind);
  if (known === undefined || typeof id !== 'string' || !/^[\w-]{1,26}$/.test(id)) return null;
  if (known !== 'measure' || period === undefined) return { kind: known, id };
  return isPeriod(period) ? { kind: known, id, period } : null;
}

/**
 * Why a notice cannot be about what it is linked to: one unit's record goes to that unit, among whichever others. A clue
 * goes to the oversight group, and is about a record of a unit that it accuses.
 */
export function linkGaps({ link, addressees, accusedIds = [] }: Linked, kind: NoticeKind): readonly Refusal[] {
  const name = link?.name;
  if (name === undefined || name.unitId === null) return [];
  if (ruleOf(kind).accuses === true) return accusedIds.includes(name.unitId) ? [] : [unfit(name)];
  const isAddressed = addressees.some(({ unitId, part }) => unitId === name.unitId && part !== 'copy');
  return isAddressed ? [] : [unfit(name)];
}

function unfit({ unitName }: LinkName): Refusal {
  return { code: 'supervision.link-unfit', facts: { unit: unitName } };
}
