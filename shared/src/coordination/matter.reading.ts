import { parseEvidence } from '../information';
import {
  cleanLine,
  cleanText,
  isInstant,
  isLongerThan,
  refuseAll,
  type Instant,
  type Outcome,
  type Refusal,
} from '../kernel';
import type { Evidence } from '../reporting';
import { MATTER_LIMITS } from './limits';
import { MATTER_KINDS, type MatterAction, type MatterKind } from './matter.states';
import { MATTER_LABELS } from './matter.words';

/** A line of 存在的问题 in the report that its unit handed in. */
export interface ProblemLine {
  readonly reportId: string;
  readonly lineId: string;
}

/** A matter as it is raised. Its words never change. */
export interface MatterContent {
  readonly kind: MatterKind;
  readonly isUrgent: boolean;
  readonly title: string;
  readonly facts: string;
  /** The weak indicator of a key project; empty for the other kinds. */
  readonly indicator: string;
  /** What is asked of the lead unit; for a key project what is to be done. */
  readonly wish: string;
  /** The other units that it concerns; they see it and can answer. */
  readonly unitIds: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Where it comes from; null for what was not in a report. */
  readonly problem: ProblemLine | null;
}

/** What is said with a step. */
export interface MatterStep {
  readonly text: string;
  /** Who is to do what was decided; null where the lead unit does it itself. */
  readonly doerUnitId: string | null;
  readonly dueAt: Instant | null;
}

/** What came from outside as a new matter, or every reason why it is none. Titles come back on one line. */
export function parseMatter(input: unknown): Outcome<MatterContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = [];
  const kind = MATTER_KINDS.find((each) => each === given['kind']) ?? null;
  if (kind === null) refusals.push({ code: 'coordination.kind-unknown', facts: {} });
  const labels = MATTER_LABELS[kind ?? 'cross-department'];
  const evidence = parseEvidence(given['evidence'] ?? []);
  const content: MatterContent = {
    kind: kind ?? 'cross-department',
    isUrgent: given['isUrgent'] === true,
    title: asked(labels.title, cleanLine(rough(given['title'])), MATTER_LIMITS.title, refusals),
    facts: asked(labels.facts, cleanText(rough(given['facts'])), MATTER_LIMITS.text, refusals),
    indicator:
      labels.indicator === null
        ? ''
        : asked(labels.indicator, cleanLine(rough(given['indicator'])), MATTER_LIMITS.indicator, refusals),
    wish: asked(labels.wish, cleanText(rough(given['wish'])), MATTER_LIMITS.text, refusals),
    unitIds: readUnits(given['unitIds'], refusals),
    evidence: evidence.ok ? evidence.value : [],
    problem: readProblem(given['problem'], refusals),
  };
  if (!evidence.ok) refusals.push(...evidence.refusals);
  return refuseAll(refusals, () => content);
}

/** What each step says; null for one that needs no words. */
export const STEP_LABELS: Readonly<Record<MatterAction, string | null>> = {
  'take-up': null,
  say: '答复内容',
  decide: '办法',
  finish: '办理情况',
  close: '办理结果',
  reopen: '哪里没解决',
};

/** What came from outside with a step, or every reason why it cannot be taken. A due time names who is to keep it, and lies ahead. */
export function parseMatterStep(action: MatterAction, input: unknown, now: Instant): Outcome<MatterStep> {
  const given = recordOf(input);
  const refusals: Refusal[] = [];
  const label = STEP_LABELS[action];
  const text = label === null ? '' : asked(label, cleanText(rough(given['text'])), MATTER_LIMITS.text, refusals);
  if (action !== 'decide') return refuseAll(refusals, () => ({ text, doerUnitId: null, dueAt: null }));
  const doerUnitId = isId(given['doerUnitId']) ? given['doerUnitId'] : null;
  const dueAt = isInstant(given['dueAt']) ? given['dueAt'] : null;
  if (dueAt !== null && dueAt <= now) refusals.push({ code: 'coordination.due-past', facts: {} });
  if (dueAt !== null && doerUnitId === null) refusals.push({ code: 'coordination.doer-missing', facts: {} });
  return refuseAll(refusals, () => ({ text, doerUnitId, dueAt }));
}

function readUnits(value: unknown, refusals: Refusal[]): readonly string[] {
  const ids = [...new Set(Array.isArray(value) ? value.filter(isId) : [])];
  const limit = MATTER_LIMITS.units;
  if (ids.length > limit) refusals.push({ code: 'coordination.units-too-many', facts: { limit } });
  return ids;
}

function readProblem(value: unknown, refusals: Refusal[]): ProblemLine | null {
  if (value === null || value === undefined) return null;
  const { reportId, lineId } = recordOf(value);
  if (isId(reportId) && isId(lineId)) return { reportId, lineId };
  refusals.push({ code: 'coordination.problem-not-found', facts: {} });
  return null;
}

function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,40}$/.test(value);
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
function rough(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, MATTER_LIMITS.text * 4) : '';
}

function asked(label: string, text: string, limit: number, refusals: Refusal[]): string {
  if (text === '') refusals.push({ code: 'coordination.text-missing', facts: { label } });
  if (isLongerThan(text, limit)) refusals.push({ code: 'coordination.text-too-long', facts: { label, limit } });
  return text;
}
