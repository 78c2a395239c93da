import { tidyText } from '@jiannuo/shared/kernel';
import {
  diffContent,
  fieldsOf,
  type DraftConflict,
  type DraftFields,
  type DraftView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { withField } from './edit-content';

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
 * Puts what was typed here on top of the server's answer: what is not sent yet, and every field that the other device
 * changed too. There the own words stay in the field, and theirs are offered as a difference, until a person chooses.
 */
export function rebase({ sent, typed, server, at }: Answered): Rebased {
  const before = fieldsOf(sent);
  const there = fieldsOf(server.content);
  const conflicts = new Map(server.conflicts.map((conflict) => [conflict.path, conflict]));
  const unsent = diffContent(sent, typed);
  for (const { path, to } of unsent) {
    const theirs = there.get(path) ?? null;
    const known = conflicts.get(path) ?? { path, theirs, theirDevice: '', theirAt: at };
    if (wireText(theirs) !== wireText(before.get(path))) conflicts.set(path, { ...known, mine: to });
  }
  const here = fieldsOf(typed);
  const paths = [...conflicts.keys(), ...unsent.map(({ path }) => path)];
  const content = paths.reduce((merged, path) => withValueOf(merged, path, here), server.content);
  return { content, conflicts: standing([...conflicts.values()], content) };
}

/**
 * What of `typed` may go to the server: where two devices differ nothing does before a person has chosen. So no text
 * replaces another that nobody here has agreed to.
 */
export function withoutConflicts(
  base: ReportContent,
  typed: ReportContent,
  conflicts: readonly DraftConflict[],
): ReportContent {
  const there = fieldsOf(base);
  return conflicts.reduce((content, { path }) => withValueOf(content, path, there), typed);
}

/** The newest difference of a field replaces an older one; fields without one keep theirs. */
export function mergeConflicts(
  old: readonly DraftConflict[],
  fresh: readonly DraftConflict[],
): readonly DraftConflict[] {
  const paths = new Set(fresh.map((conflict) => conflict.path));
  return [...old.filter((conflict) => !paths.has(conflict.path)), ...fresh];
}

/** The differences that still are some: their field is there, and what is typed in it is not what the other device wrote. */
export function standing(conflicts: readonly DraftConflict[], content: ReportContent): readonly DraftConflict[] {
  if (conflicts.length === 0) return conflicts;
  const here = fieldsOf(content);
  return conflicts.flatMap((conflict) => {
    const mine = here.get(conflict.path) ?? null;
    if (!here.has(itemOf(conflict.path)) && isInItem(conflict.path)) return [];
    if (wireText(mine) === wireText(conflict.theirs)) return [];
    return [mine === conflict.mine ? conflict : { ...conflict, mine }];
  });
}

/** The path of what goes with a field when the other device took it away: the whole piece of work, or the field itself. */
export function takenAway(path: string, base: ReportContent): string {
  return isInItem(path) && !fieldsOf(base).has(itemOf(path)) ? itemOf(path) : path;
}

function itemOf(path: string): string {
  return path.split('/').slice(0, 4).join('/');
}

function isInItem(path: string): boolean {
  return /^headings\/[^/]+\/items\/[^/]+\//.test(path);
}

/** The content with a field as `fields` have it; a piece of work that only one of the two has comes and goes whole. */
function withValueOf(content: ReportContent, path: string, fields: DraftFields): ReportContent {
  const item = itemOf(path);
  const isWhole = isInItem(path) && !(fields.has(item) && fieldsOf(content).has(item));
  const at = isWhole ? item : path;
  return withField(content, at, fields.get(at) ?? null);
}
