import {
  allow,
  beijingDate,
  cleanText,
  isDateText,
  isLongerThan,
  periodOf,
  refuse,
  type DateText,
  type Instant,
  type Outcome,
  type Period,
} from '../kernel';
import { WORK_UPDATE_LIMITS } from './content';
import type { InformationSettings } from './settings';
import type { WorkUpdateAction, WorkUpdateState } from './states';

/** What the lead unit can say about a work update: 没选用, 高质量, 被采用. */
export const MARK_KINDS = ['not-chosen', 'high-quality', 'adopted'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Who adopts (annex 2): 领导小组办公室编发采用, or 推荐报送省级专班. */
export const ADOPTERS = ['leading-group-office', 'provincial-group'] as const;
export type Adopter = (typeof ADOPTERS)[number];

/** A mark that stands; `number` counts the marks of one work update in the order in which they were made. */
export interface StandingMark {
  readonly number: number;
  readonly kind: MarkKind;
  readonly adopter: Adopter | null;
  /** The month to which it counts; null for one that gives nothing. */
  readonly creditedPeriod: Period | null;
}

/** A mark about to be made. */
export interface NewMark {
  readonly kind: MarkKind;
  readonly reason: string;
  readonly adopter: Adopter | null;
  readonly confirmedOn: DateText | null;
  readonly creditedPeriod: Period | null;
}

/** The action of the transition table that makes a mark. */
export const MARKING_ACTIONS: Readonly<Record<MarkKind, WorkUpdateAction>> = {
  'not-chosen': 'not-choose',
  'high-quality': 'mark-high-quality',
  adopted: 'record-adoption',
};

/** What a work update's standing marks make of it, the strongest first; without any it is received, or chosen for a bulletin. */
export function stateOf(marks: readonly Pick<StandingMark, 'kind'>[], isInBulletin: boolean): WorkUpdateState {
  const kinds = marks.map(({ kind }) => kind);
  if (kinds.includes('adopted')) return 'adopted';
  if (kinds.includes('high-quality')) return 'high-quality';
  if (kinds.includes('not-chosen')) return 'not-chosen';
  return isInBulletin ? 'chosen' : 'received';
}

/** What surrounds the making of a mark. */
export interface MarkContext {
  readonly sentAt: Instant;
  readonly marks: readonly StandingMark[];
  readonly settings: Pick<InformationSettings, 'adoptionMonth'>;
  readonly now: Instant;
}

/** What came from outside as a mark. */
export interface MarkRequest {
  readonly kind: MarkKind;
  readonly reason: string;
  readonly adopter?: Adopter | null;
  readonly confirmedOn?: DateText | null;
}

/**
 * A mark with the month to which it counts, or why it cannot be made: high quality (Q13) and 没选用 need a reason, an
 * adoption its adopter and the day on which it was confirmed, not before the update was sent and not after today. High
 * quality counts to the month of sending, an adoption to that of its confirmation or sending (Q14).
 */
export function decideMark(request: MarkRequest, context: MarkContext): Outcome<NewMark> {
  const reason = cleanText(request.reason);
  const { reason: limit } = WORK_UPDATE_LIMITS;
  if (isLongerThan(reason, limit)) return refuse('information.reason-too-long', { limit });
  if (request.kind === 'adopted') return decideAdoption(request, reason, context);
  if (reason === '') return refuse('information.reason-missing');
  if (context.marks.some(({ kind }) => kind === request.kind)) return refuse('information.already-marked');
  const creditedPeriod = request.kind === 'high-quality' ? monthOf(context.sentAt) : null;
  return allow({ kind: request.kind, reason, adopter: null, confirmedOn: null, creditedPeriod });
}

function decideAdoption(request: MarkRequest, reason: string, context: MarkContext): Outcome<NewMark> {
  const { adopter, confirmedOn } = request;
  const { sentAt, marks, settings, now } = context;
  if (!adopter) return refuse('information.adopter-missing');
  if (typeof confirmedOn !== 'string' || !isDateText(confirmedOn)) return refuse('information.day-unreadable');
  if (confirmedOn > beijingDate(now)) return refuse('information.day-ahead');
  if (confirmedOn < beijingDate(sentAt)) return refuse('information.day-before-sent');
  if (marks.some((mark) => mark.adopter === adopter)) return refuse('information.already-marked');
  const creditedPeriod = settings.adoptionMonth === 'sent' ? monthOf(sentAt) : periodOf(confirmedOn);
  return allow({ kind: 'adopted', reason, adopter, confirmedOn, creditedPeriod });
}

function monthOf(instant: Instant): Period {
  return periodOf(beijingDate(instant));
}

/** A reason as it is kept, or why it is none: it needs words, and not too many. */
export function checkReason(input: string): Outcome<string> {
  const reason = cleanText(input);
  const { reason: limit } = WORK_UPDATE_LIMITS;
  if (reason === '') return refuse('information.reason-missing');
  return isLongerThan(reason, limit) ? refuse('information.reason-too-long', { limit }) : allow(reason);
}
