import type { Instant } from '@jiannuo/shared/kernel';
import {
  earlierGap,
  priorOfMatter,
  type NoticeContent,
  type NoticeKind,
  type Prior,
  type PriorNotice,
} from '@jiannuo/shared/supervision';

/** What can be the notice before: what a unit has not done yet, then what is done (办结), each the latest first. */
export interface EarlierChoices {
  /** About the same record. */
  readonly same: readonly PriorNotice[];
  readonly others: readonly PriorNotice[];
}

/** The notices that every unit handling this one had, and on which its ground can stand. */
export function earlierChoices(kind: NoticeKind, content: NoticeContent, prior: Prior, now: Instant): EarlierChoices {
  const { ground, addressees, link } = content;
  const units = addressees.filter(({ part }) => part === 'main').map(({ unitId }) => unitId);
  const isFit = ({ kind: before, state: noticeState, deliveries }: PriorNotice): boolean => {
    return units.every((unit) => {
      const delivery = deliveries.find(({ unitId }) => unitId === unit);
      return (
        delivery !== undefined && earlierGap({ kind, ground }, { ...delivery, kind: before, noticeState }, now) === null
      );
    });
  };
  const fit = units.length === 0 ? [] : openFirst(prior.notices.filter(isFit));
  const related = new Set(priorOfMatter(prior, { link, earlierId: null }).notices.map(({ id }) => id));
  return { same: fit.filter(({ id }) => related.has(id)), others: fit.filter(({ id }) => !related.has(id)) };
}

function openFirst(notices: readonly PriorNotice[]): readonly PriorNotice[] {
  const isDone = ({ deliveries }: PriorNotice): boolean => deliveries.every(({ state }) => state === 'finished');
  return [...notices.filter((notice) => !isDone(notice)), ...notices.filter(isDone)];
}
