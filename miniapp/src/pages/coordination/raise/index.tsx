import { RaiseScreen } from '../../../features/matters/raise-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function RaisePage() {
  const reportId = usePageParameter('report');
  const lineId = usePageParameter('line');
  const problem = reportId === null || lineId === null ? null : { reportId, lineId };
  return <SignedIn>{({ current }) => <RaiseScreen problem={problem} who={current} />}</SignedIn>;
}
