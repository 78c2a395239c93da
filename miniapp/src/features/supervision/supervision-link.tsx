import { openPage } from '../../platform/navigation';
import { Card } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

interface LinkProps {
  readonly page: 'supervision/notices' | 'supervision/tickets';
  readonly title: string;
  readonly below: string;
}

/** The way from a slot to notices or tickets, on phones; on wide windows it stands in the side navigation. */
export function SupervisionLink({ page, title, below }: LinkProps) {
  return (
    <Card fit="rows">
      <Row
        icon="flag"
        title={title}
        below={below}
        onPress={() => {
          openPage(page);
        }}
      />
    </Card>
  );
}
