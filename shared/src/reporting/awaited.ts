import { withNameOnly, type Evidence } from '../ledger';
import type { HeadingContent, ReportContent } from './content';

/** Every piece of evidence of a report, in the order of the form. */
export function evidenceIn({ headings }: ReportContent): readonly Evidence[] {
  const all: Evidence[] = [];
  for (const { items } of headings) {
    for (const { evidence } of items) all.push(...evidence);
  }
  return all;
}

/** The content as it is handed in: where a file did not arrive, the name stands alone (R55). */
export function withNamesOnly(content: ReportContent): ReportContent {
  if (!evidenceIn(content).some(({ isAwaited }) => isAwaited)) return content;
  const settled = (heading: HeadingContent): HeadingContent => ({
    ...heading,
    items: heading.items.map((item) => ({ ...item, evidence: item.evidence.map(withNameOnly) })),
  });
  return { ...content, headings: content.headings.map(settled) };
}
