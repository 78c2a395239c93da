import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The lead unit's way from its slot to everything of the assessment, on phones; on wide windows it stands in the side navigation. */
export function AssessmentLink() {
  return (
    <Card fit="rows">
      <Row
        icon="bars"
        title="考评"
        below="复核、各县得分、抽查、口径"
        onPress={() => {
          openPage('assessment/review');
        }}
      />
    </Card>
  );
}

/** A county's way from its slot to its own scores. */
export function ScoreHistoryLink() {
  return (
    <Card fit="rows">
      <Row
        icon="bars"
        title="考评得分"
        below="各月自评、复核、得分和来由"
        onPress={() => {
          openPage('assessment/history');
        }}
      />
    </Card>
  );
}
