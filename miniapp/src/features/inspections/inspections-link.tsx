import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

interface LinkProps {
  readonly page: 'inspections/list' | 'inspections/received';
  readonly below: string;
}

/** The way from a slot to inspections, on phones; on wide windows it stands in the side navigation. */
export function InspectionsLink({ page, below }: LinkProps) {
  return (
    <Card fit="rows">
      <Row
        icon="search"
        title="督导检查"
        below={below}
        onPress={() => {
          openPage(page);
        }}
      />
    </Card>
  );
}
