import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way from a slot to the register of rulings, on phones; the lead unit's wide windows have it in the side navigation. */
export function RulingsLink() {
  return (
    <Card fit="rows">
      <Row
        icon="bars"
        title="解释口径"
        below="考评办法没写清的，按哪种算"
        onPress={() => {
          openPage('rulings/register');
        }}
      />
    </Card>
  );
}
