import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way from a slot to the month's draw, on phones; on wide windows it stands in the side navigation. */
export function SpotChecksLink() {
  return (
    <Card fit="rows">
      <Row
        icon="check"
        title="抽查摇号"
        below="看抽中谁、查到什么，自己算一遍"
        onPress={() => {
          openPage('spot-checks');
        }}
      />
    </Card>
  );
}
