import { tidyText } from '@jiannuo/shared/kernel';
import {
  diffContent,
  fieldsOf,
  type DraftConflict,
  type DraftView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { withField, type FieldValue } from './edit-content';

/** What was sent, what has been typed since, and what the server made of what was sent. */
export interface Answered {
  readonly sent: ReportContent;
  readonly typed: ReportContent;
  readonly server: DraftView;
  readonly at: string;
}
/** The draft after taking over the server's answer. */
export interface Rebased {
  readonly content: ReportContent;
  readonly conflicts: readonly DraftConflict[];
}

function wireText(value: unknown): string {
  return JSON.stringify(typeof value === 'string' ? tidyText(value) : (value ?? null));
}

/**
 * Puts what was typed while the answer was on its way on top of that answer. Where the other device had changed the very
 * field that was being typed in, the typed text stays in the field and theirs is offered as a difference.
 */
export function rebase({ sent, typed, server, at }: Answered): Rebased {
  if (typed === sent) return { content: server.content, conflicts: server.conflicts };
  const before = fieldsOf(sent);
  const after = fieldsOf(server.content);
  const conflicts = new Map(server.conflicts.map((conflict) => [conflict.path, conflict]));
  let content = server.content;
  for (const { path, to } of diffContent(sent, typed)) {
    const theirs = after.get(path) ?? null;
    const isText = typeof to === 'string';
    const isTheirs = wireText(theirs) !== wireText(before.get(path));
    const known = conflicts.get(path) ?? { path, theirs, theirDevice: '', theirAt: at };
    if (isText && isTheirs) conflicts.set(path, { ...known, mine: to });
    content = withField(content, path, to as FieldValue);
  }
  return { content, conflicts: [...conflicts.values()] };
}

/** The newest difference of a field replaces an older one; fields without one keep theirs. */
export function mergeConflicts(
  old: readonly DraftConflict[],
  fresh: readonly DraftConflict[],
): readonly DraftConflict[] {
  const paths = new Set(fresh.map((conflict) => conflict.path));
  return [...old.filter((conflict) => !paths.has(conflict.path)), ...fresh];
}
