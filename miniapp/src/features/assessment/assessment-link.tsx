import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The lead unit's way from its slot to the counties' months, on phones; on wide windows it stands in the side navigation. */
export function AssessmentLink() {
  return (
    <Card fit="rows">
      <Row
        icon="bars"
        title="考评复核"
        below="看自查评分，复核、定稿、通报"
        onPress={() => {
          openPage('assessment/review');
        }}
      />
    </Card>
  );
}
