import type { Instant, Period } from '../kernel';
import type { AttachmentView } from '../reporting';
import type { MatterContent, MatterStep, ProblemLine } from './matter.reading';
import type { MatterAction, MatterKind, MatterState } from './matter.states';

/** GET /api/matters: what concerns the reader, open ones first, the urgent on top, then the oldest; closed ones latest first. */
export interface MatterListView {
  readonly rows: readonly MatterRow[];
}
export interface MatterRow {
  readonly id: string;
  readonly kind: MatterKind;
  readonly state: MatterState;
  readonly isUrgent: boolean;
  readonly title: string;
  /** The unit that raised it. */
  readonly unitName: string;
  readonly raisedAt: Instant;
  /** When another side first answered; null until then. */
  readonly answeredAt: Instant | null;
  readonly doerName: string | null;
  /** By when the doer has to be done; null where nothing is owed. */
  readonly dueAt: Instant | null;
}

/** GET /api/matters/:id. */
export interface MatterView extends MatterRow, Pick<MatterContent, 'facts' | 'indicator' | 'wish' | 'evidence'> {
  /** The other units that it concerns. */
  readonly unitNames: readonly string[];
  /** The report in whose 存在的问题 it stood; null for a reader who cannot open that, and where it stood in none. */
  readonly reportId: string | null;
  readonly reopenUntil: Instant | null;
  readonly attachments: readonly AttachmentView[];
  readonly history: readonly MatterEvent[];
  readonly actions: readonly MatterAction[];
}
/** What was done, in order; never changed. */
export interface MatterEvent {
  readonly action: 'raise' | MatterAction;
  readonly text: string;
  readonly doerName: string | null;
  readonly dueAt: Instant | null;
  readonly by: string;
  readonly unitName: string;
  readonly at: Instant;
}

/** GET /api/matters/start: what a new matter is written from; `reportId` and `lineId` ask for a problem of an own report. */
export interface MatterStartView {
  /** Whom it can concern, the asker's own unit and the lead unit left out, in official order. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly problem: ProblemView | null;
}
export interface ProblemView extends ProblemLine {
  readonly period: Period;
  readonly text: string;
  /** The matter that it was raised as already. */
  readonly matterId: string | null;
}

/** POST /api/matters. */
export type RaiseMatterRequest = MatterContent;
/** POST /api/matters/:id/steps; what a step does not need is left out. */
export interface MatterStepRequest extends Partial<MatterStep> {
  readonly action: MatterAction;
}
/** What a write answers; the matter is read anew. */
export interface MatterStanding {
  readonly id: string;
  readonly state: MatterState;
}
