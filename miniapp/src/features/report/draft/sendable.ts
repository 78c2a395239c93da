import type { MessageRegistry, Refusal } from '@jiannuo/shared/kernel';
import {
  applyChanges,
  diffContent,
  REPORTING_MESSAGES,
  type DraftChange,
  type ReportContent,
  type ReportForm,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { withField, type FieldValue } from './edit-content';

/** The part of a draft that the server takes as it stands, and why it would not take the rest. */
export interface Sendable {
  readonly content: ReportContent;
  /** About the first field that is left out; null when everything can go. */
  readonly sentence: string | null;
}

const ITEM_TEXTS = ['title', 'work', 'result'] as const;

function sentenceOf({ code, facts }: Refusal): string {
  const registry: MessageRegistry = REPORTING_MESSAGES;
  return registry[code]?.(facts) ?? '有一处还存不到服务器。';
}

/** The typed content without one change; of a new piece of work only the texts that are refused are left out. */
function without(typed: ReportContent, change: DraftChange, isTaken: (change: DraftChange) => boolean): ReportContent {
  const isNewItem = change.from === null && /^headings\/[^/]+\/items\/[^/]+$/.test(change.path);
  if (!isNewItem) return withField(typed, change.path, change.from as FieldValue);
  const item = change.to as WorkItem;
  const emptied = { ...item, ...Object.fromEntries(ITEM_TEXTS.map((text) => [text, ''])) };
  const bad = ITEM_TEXTS.filter((text) => !isTaken({ ...change, to: { ...emptied, [text]: item[text] } }));
  const kept = { ...item, ...Object.fromEntries(bad.map((text) => [text, ''])) };
  return withField(typed, change.path, isTaken({ ...change, to: kept }) ? kept : null);
}

/** What of `typed` can go to the server now: a field that it would refuse stays on the device and holds nothing else up. */
export function sendable(base: ReportContent, typed: ReportContent, form: ReportForm): Sendable {
  const isTaken = (change: DraftChange) => applyChanges(base, [change], form).ok;
  let content = typed;
  let sentence: string | null = null;
  for (const change of diffContent(base, typed)) {
    const verdict = applyChanges(base, [change], form);
    if (verdict.ok) continue;
    sentence ??= sentenceOf(verdict.refusals[0]);
    content = without(content, change, isTaken);
  }
  return { content, sentence };
}
