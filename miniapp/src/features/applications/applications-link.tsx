import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** The way from a slot to applications, on phones; on wide windows it stands in the side navigation. */
export function ApplicationsLink({ below }: { readonly below: string }) {
  return (
    <Card fit="rows">
      <Row
        icon="flag"
        title="申报"
        below={below}
        onPress={() => {
          openPage('applications');
        }}
      />
    </Card>
  );
}
