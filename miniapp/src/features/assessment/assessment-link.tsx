import { LinkCard } from '../../ui/row/link-card';

/** The lead unit's way from its slot to everything of the assessment, on phones; on wide windows it stands in the side navigation. */
export function AssessmentLink() {
  return <LinkCard icon="bars" title="考评" below="复核、各县得分、抽查、口径" page="assessment/review" />;
}

/** A county's way from its slot to its own scores. */
export function ScoreHistoryLink() {
  return <LinkCard icon="bars" title="考评得分" below="各月自评、复核、得分和来由" page="assessment/history" />;
}
