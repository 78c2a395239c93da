import type { Instant, Refusal } from '../kernel';
import type { FindingContent } from './finding';
import { bareName } from './naming';
import { because } from './reading';

/** Whether a finding asks for something by a time that leaves its unit no whole working day. */
export function isDueTooSoon({ dueAt }: Pick<FindingContent, 'dueAt'>, earliestDueAt: Instant): boolean {
  return dueAt !== null && dueAt < earliestDueAt;
}

/** Which findings keep an inspection from being released, each by unit and name: days have passed since they were taken down. */
export function releaseGaps(
  findings: readonly (Pick<FindingContent, 'dueAt' | 'facts'> & { readonly unitName: string })[],
  earliestDueAt: Instant,
): readonly Refusal[] {
  return findings
    .filter((finding) => isDueTooSoon(finding, earliestDueAt))
    .map(({ unitName, facts }) =>
      because('release-too-soon', { unit: unitName, title: bareName(facts), dueAt: earliestDueAt }),
    );
}
