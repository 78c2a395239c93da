import { diffContent, type ReportContent } from '@jiannuo/shared/reporting';

/** Whether something at a remarked path, or below it, is different from the version that was sent back. */
export function isCorrected(path: string, former: ReportContent, draft: ReportContent): boolean {
  return diffContent(former, draft).some(
    (change) => path === '' || change.path === path || change.path.startsWith(`${path}/`),
  );
}

/** The element that a remark is drawn as. */
export function remarkElementId(index: number): string {
  return `remark-${String(index)}`;
}
