import type { Instant } from '../kernel';
import type { FeedbackAction, FeedbackKind, FeedbackParty, FeedbackState } from './states';

/** GET /api/feedback: the reader's own entries, latest first. GET /api/feedback/all, for the lead unit: the longest waiting first. */
export interface FeedbackListView {
  readonly rows: readonly FeedbackRow[];
}
export interface FeedbackRow {
  readonly id: string;
  readonly kind: FeedbackKind;
  readonly state: FeedbackState;
  /** The first 60 characters of what was written. */
  readonly opening: string;
  readonly unitName: string;
  readonly personName: string;
  readonly writtenAt: Instant;
  /** When something was last written or decided. */
  readonly changedAt: Instant;
}

/** GET /api/feedback/:id. */
export interface FeedbackView extends FeedbackRow {
  readonly contact: string;
  readonly isOwn: boolean;
  readonly messages: readonly FeedbackMessage[];
  readonly actions: readonly FeedbackAction[];
}
/** What was written or decided, in order; never changed. A closing has no text. */
export interface FeedbackMessage {
  readonly id: string;
  readonly party: FeedbackParty;
  readonly action: 'write' | FeedbackAction;
  readonly text: string;
  readonly byUnit: string;
  readonly byName: string;
  readonly at: Instant;
}

/** POST /api/feedback. */
export interface FeedbackRequest {
  readonly kind: FeedbackKind;
  readonly text: string;
  readonly contact: string;
}
/** POST /api/feedback/:id/add by the writer, POST /api/feedback/:id/reply by the lead unit; POST /api/feedback/:id/close has an empty body. */
export interface FeedbackTextRequest {
  readonly text: string;
}
/** What a write answers; the entry is read anew. */
export interface FeedbackStanding {
  readonly feedbackId: string;
  readonly state: FeedbackState;
}
