import { parseEvidence } from '../information';
import { cleanText, isInstant, refuseAll, type Instant, type Outcome, type Refusal } from '../kernel';
import { CHANNELS, type Channel } from '../obligations';
import type { Evidence } from '../reporting';
import { INSPECTION_LIMITS } from './limits';
import { because, limited, missing, recordOf, rough } from './reading';
import type { FindingAction } from './states';

/** The steps that people take on a finding by themselves. */
export type FindingStepAction = Exclude<FindingAction, 'edit' | 'release' | 'draft-notice'>;

/** What is said with a step on a finding. */
export interface FindingStep {
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** The true time of receipt, where the lead unit enters what came outside the app. */
  readonly receivedAt: Instant | null;
  readonly channel: Channel;
}

const ANSWER = { label: '整改情况', limit: INSPECTION_LIMITS.answer, isAsked: true };
const WORDS: Readonly<Record<FindingStepAction, { label: string; limit: number; isAsked: boolean }>> = {
  answer: ANSWER,
  'enter-answer': ANSWER,
  return: { label: '退回理由', limit: INSPECTION_LIMITS.reason, isAsked: true },
  drop: { label: '去掉的理由', limit: INSPECTION_LIMITS.reason, isAsked: false },
  'take-back': { label: '说明', limit: INSPECTION_LIMITS.reason, isAsked: false },
  accept: { label: '说明', limit: INSPECTION_LIMITS.reason, isAsked: false },
  clear: { label: '不算瞒报的理由', limit: INSPECTION_LIMITS.reason, isAsked: true },
  uphold: { label: '瞒报成立的理由', limit: INSPECTION_LIMITS.reason, isAsked: true },
};

/** What came from outside with a step on a finding, or every reason why it cannot be taken. */
export function parseFindingStep(action: FindingStepAction, input: unknown, now: Instant): Outcome<FindingStep> {
  const given = recordOf(input);
  const { label, limit, isAsked } = WORDS[action];
  const refusals: Refusal[] = [];
  const evidence = parseEvidence(given['evidence'] ?? []);
  if (!evidence.ok) refusals.push(...evidence.refusals);
  const text = limited(label, cleanText(rough(given['text'])), limit, refusals);
  refusals.push(...missing(isAsked && text === '', label));
  const isEntered = action === 'enter-answer';
  const step: FindingStep = {
    text,
    evidence: evidence.ok && action.endsWith('answer') ? evidence.value : [],
    receivedAt: isEntered ? readReceived(given['receivedAt'], now, refusals) : null,
    channel: isEntered ? readChannel(given['channel'], refusals) : 'app',
  };
  return refuseAll(refusals, () => step);
}

function readReceived(value: unknown, now: Instant, refusals: Refusal[]): Instant | null {
  if (isInstant(value) && value <= now) return value;
  refusals.push(because(isInstant(value) ? 'received-ahead' : 'received-missing'));
  return null;
}

function readChannel(value: unknown, refusals: Refusal[]): Channel {
  const channel = CHANNELS.find((each) => each !== 'app' && each === value);
  if (channel === undefined) refusals.push(because('channel-missing'));
  return channel ?? 'paper';
}
