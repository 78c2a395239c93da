import type { DateText, Instant } from '../kernel';
import type { Channel, ObligationKind } from '../obligations';
import type { AttachmentView, Evidence } from '../reporting';
import type { NoticeReference } from '../supervision';
import type { FindingNotice } from './carry';
import type { FindingContent } from './finding';
import type { Method, Subject } from './kinds';
import type { InspectionPlan } from './plan';
import type { FindingAction, FindingState, InspectionAction, InspectionState } from './states';
import type { FindingStepAction } from './step';

/** POST /api/inspections/plans. The plan may be incomplete; starting asks for the rest. */
export interface PlanRequest {
  readonly plan: InspectionPlan;
}

/** POST /api/inspections/plans/:id/edit, with the version that was read. */
export interface PlanEditRequest extends PlanRequest {
  readonly version: number;
}

/** POST /api/inspections/plans/:id/steps. */
export interface InspectionStepRequest {
  readonly action: Exclude<InspectionAction, 'edit' | 'note'>;
  /** The version that was read. */
  readonly version: number;
  /** For cancelling. */
  readonly reason: string;
}

/** Where an inspection stands after a command. */
export interface InspectionStanding {
  readonly id: string;
  readonly state: InspectionState;
  readonly version: number;
}

/** POST /api/inspections/plans/:id/findings. */
export interface FindingRequest {
  readonly finding: FindingContent;
}

/** POST /api/inspections/findings/:id/edit, with the version that was read. */
export interface FindingEditRequest extends FindingRequest {
  readonly version: number;
}

/** POST /api/inspections/findings/:id/steps. */
export interface FindingStepRequest {
  readonly action: FindingStepAction;
  /** The state in which it was seen: where another was faster, the step is refused instead of undoing what he did. */
  readonly seen?: FindingState;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly receivedAt: Instant | null;
  readonly channel: Channel | null;
}

/** POST /api/inspections/findings/:id/notice. */
export interface FindingNoticeRequest {
  readonly kind: FindingNotice;
}

/** Where a finding stands after a command. */
export interface FindingStanding {
  readonly id: string;
  readonly state: FindingState;
}

/** An inspection as the lead unit's list shows it. */
export interface InspectionRow {
  readonly id: string;
  readonly method: Method;
  readonly subject: Subject;
  readonly title: string;
  readonly state: InspectionState;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
  readonly at: Instant;
  readonly unitNames: readonly string[];
  /** How many problems stand, how many wait for the lead unit, how many are over their time, how many are put right. */
  readonly findings: {
    readonly all: number;
    readonly waiting: number;
    readonly overdue: number;
    readonly over: number;
  };
}

/** GET /api/inspections/plans: what is not closed first. */
export interface InspectionListView {
  readonly serverNow: Instant;
  readonly rows: readonly InspectionRow[];
  /** Whether there are older ones than these. */
  readonly hasMore: boolean;
}

/** Something that was done to an inspection or to a finding. */
export interface InspectionEvent {
  readonly action: InspectionAction | FindingAction | 'plan' | 'succeed';
  readonly at: Instant;
  /** When it really happened, where it was entered for the unit; otherwise the same. */
  readonly happenedAt: Instant;
  readonly by: string;
  readonly unitName: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly dueAt: Instant | null;
}

/** A finding as lists show it. */
export interface FindingRow {
  readonly id: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly subject: Subject;
  readonly facts: string;
  readonly seenOn: DateText | null;
  readonly demand: string;
  readonly state: FindingState;
  readonly dueAt: Instant | null;
  /** What the unit handed in and hid it in (瞒报); null where nothing was hidden. */
  readonly concealedIn: string | null;
  readonly version: number;
}

/** GET /api/inspections/plans/:id, for the lead unit; of an unannounced one before its release for its team alone. */
export interface InspectionView extends InspectionRow {
  readonly version: number;
  readonly plan: InspectionPlan;
  readonly members: readonly string[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly FindingRow[];
  readonly history: readonly InspectionEvent[];
  readonly actions: readonly InspectionAction[];
  /** Whether nobody but its team may know of it yet. */
  readonly isSecret: boolean;
  /** Who looks and when, over what nobody but its team may know of; null for everything else. */
  readonly watermark: string | null;
}

/** One unit's part of an inspection, as its list shows it. */
export interface InspectedRow {
  readonly id: string;
  readonly method: Method;
  readonly subject: Subject;
  readonly title: string;
  readonly state: InspectionState;
  readonly fromOn: DateText | null;
  readonly toOn: DateText | null;
  readonly findings: number;
  readonly open: number;
  /** The soonest that is still to be put right. */
  readonly dueAt: Instant | null;
  /** How many of the open ones say that the unit hid something (瞒报), and ask it to explain. */
  readonly toExplain: number;
}

/** GET /api/inspections/mine: the inspections that the reader's own unit has been told of. */
export interface InspectedListView {
  readonly serverNow: Instant;
  readonly rows: readonly InspectedRow[];
}

/** GET /api/inspections/mine/:id: one of them with what was found at this unit, and at no other. */
export interface InspectedView extends InspectedRow {
  readonly serverNow: Instant;
  readonly matter: string;
  readonly inspectors: string;
  readonly releasedAt: Instant | null;
  readonly rows: readonly FindingRow[];
}

/** Something that a unit handed in: 5月月报. */
export interface ConcealedRecord {
  readonly id: string;
  readonly title: string;
  readonly kind: ObligationKind;
  /** What opens: the report or the sheet; null where nothing does. */
  readonly recordId: string | null;
}

/** GET /api/inspections/findings/records?unitId=: what a unit handed in, the latest first, to say where it hid something. */
export interface ConcealableView {
  readonly rows: readonly ConcealedRecord[];
}

/** GET /api/inspections/findings/:id. */
export interface FindingView extends FindingRow {
  readonly serverNow: Instant;
  readonly inspection: Pick<InspectionRow, 'method' | 'title' | 'state' | 'fromOn' | 'toOn'>;
  /** The page of the inspection: the lead unit's, or the unit's own part. */
  readonly parentId: string;
  readonly evidence: readonly Evidence[];
  readonly attachments: readonly AttachmentView[];
  readonly history: readonly InspectionEvent[];
  readonly actions: readonly FindingAction[];
  /** The notices drafted or issued from it, for the lead unit. */
  readonly notices: readonly NoticeReference[];
  /** Whether nobody but the team of its inspection may know of it yet. */
  readonly isSecret: boolean;
  readonly watermark: string | null;
  /** Whether its unit is scored, so that a spot check may follow. */
  readonly isScored: boolean;
  /** What the unit hid it in (瞒报, art. 10); null where nothing was hidden. */
  readonly concealed: ConcealedRecord | null;
}
