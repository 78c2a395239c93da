import {
  answerWords,
  COORDINATION_MESSAGES,
  MATTER_KIND_NAMES,
  MATTER_STATE_NAMES,
  type MatterEvent,
  type MatterRow,
  type MatterState,
} from '@jiannuo/shared/coordination';
import { formatDue, formatMoment, remaining, type Instant, type Outcome } from '@jiannuo/shared/kernel';
import { dueWords } from '../../ui/due/due-words';
import { factsInLine } from '../../ui/ideographic-space';
import type { DueWords, StatusShape } from '../../ui/status/status-word';

const SHAPES: Readonly<Record<MatterState, StatusShape>> = {
  raised: 'not-yet',
  'taken-up': 'doing',
  decided: 'doing',
  finished: 'doing',
  closed: 'done',
};

/** How a matter stands, as shape and word. */
export function matterWords(state: MatterState): DueWords {
  return { shape: SHAPES[state], text: MATTER_STATE_NAMES[state] };
}

/** When an urgent matter was asked and answered, and whether somebody still waits for that (art. 4); null for the others. */
export function urgentWords({ isUrgent, state, raisedAt, answeredAt }: MatterRow, at: Instant): DueWords | null {
  if (!isUrgent) return null;
  const isWaiting = answeredAt === null && state !== 'closed';
  return { shape: isWaiting ? 'late' : 'done', text: answerWords(raisedAt, answeredAt, at) };
}

/** By when the doer has to be done, as chip and sentence; null when nothing is owed. */
export function matterDue(
  { dueAt, doerName }: MatterRow,
  at: Instant,
): { readonly chip: DueWords; readonly sentence: string } | null {
  if (dueAt === null) return null;
  return { chip: dueWords(remaining(dueAt, at)), sentence: `${doerName ?? ''}${formatDue(dueAt, at)}办好` };
}

/** Kind and unit: 跨部门协调, 市司法局. */
export function originWords({ kind, unitName }: MatterRow): string {
  return factsInLine(MATTER_KIND_NAMES[kind], unitName);
}

/** Since when it is there; an urgent one says so in its own words. */
export function raisedWords({ raisedAt }: MatterRow, at: Instant): string {
  return `${formatMoment(raisedAt, at)}提出`;
}

const EVENT_WORDS: Readonly<Record<MatterEvent['action'], string>> = {
  raise: '提出',
  'take-up': '受理',
  say: '答复',
  decide: '定办法',
  finish: '报办好了',
  close: '办结',
  reopen: '说没解决',
};

/** An event in a word. */
export function eventWords(action: MatterEvent['action']): string {
  return EVENT_WORDS[action];
}

/** The sentence about one labelled text of what is written; null where nothing is wrong with it. */
export function faultOf(outcome: Outcome<unknown>, label: string): string | null {
  if (outcome.ok) return null;
  const refusal = outcome.refusals.find(({ facts }) => facts['label'] === label);
  if (refusal === undefined) return null;
  return COORDINATION_MESSAGES[refusal.code as keyof typeof COORDINATION_MESSAGES](refusal.facts);
}
