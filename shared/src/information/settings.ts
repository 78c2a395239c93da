import type { UnitKind } from '../people';

/** How many points one entry gives, and up to how many all of a month's together. */
export interface PointsRule {
  readonly each: number;
  readonly most: number;
}

/** What differs between groups and years about work updates; data, like everything of a year. */
export interface InformationSettings {
  /** What the lead unit takes for high quality (Q13), as every unit reads it. */
  readonly criteria: string;
  /** The month to which an adoption counts: that in which it was confirmed, or that in which the update was sent (Q14). */
  readonly adoptionMonth: 'confirmed' | 'sent';
  /** Whether two adopters of one work update count once, or each (Q14). */
  readonly adopters: 'once' | 'each';
  /** What a month's updates are worth to the kinds of unit that are scored; null where nobody is. */
  readonly points: {
    readonly article: string;
    readonly unitKinds: readonly UnitKind[];
    readonly highQuality: PointsRule;
    readonly adopted: PointsRule;
  } | null;
}

/** What holds for a group's year that has not been told otherwise: no points. */
export const PLAIN_INFORMATION: InformationSettings = {
  criteria: '写清做法、数据和成效，有可学之处。',
  adoptionMonth: 'confirmed',
  adopters: 'once',
  points: null,
};
