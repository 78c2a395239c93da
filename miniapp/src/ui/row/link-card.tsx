import { openPage } from '../../platform/navigation';
import { Card } from '../card/card';
import type { IconName } from '../icon/icon';
import { Row } from './row';

interface LinkProps {
  readonly icon: IconName;
  readonly title: string;
  readonly below: string;
  readonly page: string;
}

/** The way from a slot of another subject to a page; on wide windows most of these stand in the side navigation. */
export function LinkCard({ icon, title, below, page }: LinkProps) {
  return (
    <Card fit="rows" className="link-card">
      <Row
        icon={icon}
        title={title}
        below={below}
        onPress={() => {
          openPage(page);
        }}
      />
    </Card>
  );
}
