import { refuseAll, type Outcome } from '../kernel';
import type { DraftChange, ReviewRemark } from './api';
import { REPORT_LIMITS, type ReportContent, type ReportForm, type TextLine, type WorkItem } from './content';
import { diffContent } from './draft';
import { describePath } from './versions';

/**
 * Whether a field may not be changed in a returned report: only the remarked paths and what lies below them are open.
 * A remark on the whole report (empty path), or no remark at all, opens everything.
 */
export function isLocked(path: string, remarks: readonly Pick<ReviewRemark, 'path'>[]): boolean {
  return remarks.length > 0 && !remarks.some((remark) => isOpenedBy(path, remark.path));
}

function isOpenedBy(path: string, remarked: string): boolean {
  return remarked === '' || path === remarked || path.startsWith(`${remarked}/`);
}

/** What a check of locks needs to know. */
export interface LockContext {
  readonly remarks: readonly Pick<ReviewRemark, 'path'>[];
  readonly content: ReportContent;
  readonly form: ReportForm;
}

/** The changes when they touch only what was sent back (Q12), otherwise one refusal for each that does not. */
export function checkLocks(changes: readonly DraftChange[], context: LockContext): Outcome<readonly DraftChange[]> {
  const refusals = changes
    .filter((change) => isLocked(change.path, context.remarks))
    .slice(0, 50)
    .map(({ path }) => {
      const { heading, place, field } = describePath(path, context.content, context.form);
      return { code: 'reporting.locked', facts: { path: path.slice(0, 300), label: heading + place + field } };
    });
  return refuseAll(refusals, () => changes);
}

/** A corrected content when it differs from the returned version only where it may, see `checkLocks`. */
export function checkCorrection(
  returned: ReportContent,
  corrected: ReportContent,
  context: Pick<LockContext, 'remarks' | 'form'>,
): Outcome<ReportContent> {
  const checked = checkLocks(diffContent(returned, corrected), { ...context, content: corrected });
  return checked.ok ? { ok: true, value: corrected } : checked;
}

/** Whether something at a remarked path, or below it, is different from the version that was sent back. */
export function isCorrected(path: string, former: ReportContent, draft: ReportContent): boolean {
  return diffContent(former, draft).some((change) => isOpenedBy(change.path, path));
}

/** Last month's plan lines as this month's pieces of work, on request: the line is the title, a longer one also the work. */
export function carryOverPlans(plans: readonly TextLine[], newId: () => string): readonly WorkItem[] {
  return plans
    .filter((line) => line.text.trim() !== '')
    .map((line) => {
      const characters = Array.from(line.text.trim());
      const isLong = characters.length > REPORT_LIMITS.title;
      const title = isLong ? `${characters.slice(0, REPORT_LIMITS.title - 1).join('')}…` : characters.join('');
      return { id: newId(), title, work: isLong ? line.text.trim() : '', result: '', evidence: [] };
    });
}
