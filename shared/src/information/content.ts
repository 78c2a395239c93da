import { cleanLine, cleanText, isLongerThan, refuse, refuseAll, type Outcome, type Refusal } from '../kernel';
import { EVIDENCE_KINDS, type Evidence, type EvidenceKind } from '../reporting';

/** What a work update says (art. 8). Evidence is optional; a name alone is an entry (R55). */
export interface WorkUpdateContent {
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
}

/** Limits of a work update and of what is said about it, inclusive; text in code points. */
export const WORK_UPDATE_LIMITS = {
  title: 60,
  text: 5_000,
  evidence: 20,
  evidenceTitle: 200,
  id: 26,
  reason: 200,
  criteria: 1_000,
  updatesInBulletin: 100,
} as const;

const EVIDENCE_KEYS = ['id', 'title', 'kind', 'attachmentId'];

/**
 * What came from outside as a work update, or every reason why it is none: a title, a text, and evidence with exact
 * keys, each entry once. Titles come back on one line, texts without invisible characters and blanks around them.
 */
export function parseWorkUpdate(input: unknown): Outcome<WorkUpdateContent> {
  const given = recordOf(input);
  const refusals: Refusal[] = [];
  const title = cleanLine(textOf(given['title'], WORK_UPDATE_LIMITS.title));
  const text = cleanText(textOf(given['text'], WORK_UPDATE_LIMITS.text));
  refusals.push(
    ...lengthRefusals('标题', title, WORK_UPDATE_LIMITS.title),
    ...lengthRefusals('正文', text, WORK_UPDATE_LIMITS.text),
  );
  const evidence = parseEvidence(given['evidence'] ?? []);
  if (!evidence.ok) refusals.push(...evidence.refusals);
  return refuseAll(refusals, () => ({ title, text, evidence: evidence.ok ? evidence.value : [] }));
}

function recordOf(input: unknown): Readonly<Record<string, unknown>> {
  return typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
}

/** A text worth cleaning; far too long ones are cut first, and still refused. */
function textOf(value: unknown, limit: number): string {
  return typeof value === 'string' ? value.slice(0, limit * 4) : '';
}

function lengthRefusals(label: string, text: string, limit: number): readonly Refusal[] {
  if (text === '') return [{ code: 'information.text-missing', facts: { label } }];
  return isLongerThan(text, limit) ? [{ code: 'information.text-too-long', facts: { label, limit } }] : [];
}

/** What came from outside as a list of evidence, or every reason why it is none: exact keys, each entry once. */
export function parseEvidence(value: unknown): Outcome<readonly Evidence[]> {
  const { evidence: limit } = WORK_UPDATE_LIMITS;
  if (!Array.isArray(value)) return refuse('information.evidence-unreadable');
  if (value.length > limit) return refuse('information.evidence-too-many', { limit });
  const refusals: Refusal[] = [];
  const entries = value.map((entry) => readEntry(entry, refusals)).filter((entry) => entry !== null);
  if (new Set(entries.map(({ id }) => id)).size < entries.length) {
    refusals.push({ code: 'information.evidence-unreadable', facts: {} });
  }
  return refuseAll(refusals, () => entries);
}

function readEntry(value: unknown, refusals: Refusal[]): Evidence | null {
  const given = recordOf(value);
  const { id, kind, attachmentId } = given;
  const title = cleanLine(textOf(given['title'], WORK_UPDATE_LIMITS.evidenceTitle));
  const isReadable =
    Object.keys(given).every((key) => EVIDENCE_KEYS.includes(key)) &&
    isId(id) &&
    (attachmentId === null || isId(attachmentId)) &&
    (EVIDENCE_KINDS as readonly unknown[]).includes(kind);
  if (!isReadable) {
    refusals.push({ code: 'information.evidence-unreadable', facts: {} });
    return null;
  }
  refusals.push(...lengthRefusals('佐证名称', title, WORK_UPDATE_LIMITS.evidenceTitle));
  return { id, title, kind: kind as EvidenceKind, attachmentId };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]+$/.test(value) && value.length <= WORK_UPDATE_LIMITS.id;
}
