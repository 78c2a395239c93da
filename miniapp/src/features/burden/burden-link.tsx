import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way from a slot to the month's burden, on phones; on wide windows it stands in the side navigation. */
export function BurdenLink() {
  return (
    <Card fit="rows">
      <Row
        icon="bars"
        title="减负账本"
        below="每月向各单位要了多少"
        onPress={() => {
          openPage('burden/month');
        }}
      />
    </Card>
  );
}
