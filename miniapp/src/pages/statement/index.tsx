import { StatementScreen } from '../../features/statement/statement-screen';
import { usePageParameter } from '../../platform/page-events';

export default function StatementPage() {
  return <StatementScreen of={usePageParameter('of')} />;
}
