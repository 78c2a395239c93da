import { QuarterScreen } from '../../../features/assessment/quarter/quarter-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

/** Opened by a quarter such as `2022-4`, or as it is. */
export default function QuarterPage() {
  const [year, quarter] = (usePageParameter('id') ?? '').split('-').map(Number);
  const asked = year && quarter ? { year, quarter } : null;
  return <SignedIn>{() => <QuarterScreen asked={asked} />}</SignedIn>;
}
