import { HistoryScreen } from '../../../features/assessment/scores/history-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function ScoreHistoryPage() {
  const unitId = usePageParameter('unitId');
  return <SignedIn>{() => <HistoryScreen unitId={unitId} />}</SignedIn>;
}
