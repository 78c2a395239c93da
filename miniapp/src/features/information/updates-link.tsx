import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way from a slot to work updates, on phones; on wide windows it stands in the side navigation. */
export function UpdatesLink({ below }: { readonly below: string }) {
  return (
    <Card fit="rows">
      <Row
        icon="bulletin"
        title="工作动态"
        below={below}
        onPress={() => {
          openPage('information/updates');
        }}
      />
    </Card>
  );
}
