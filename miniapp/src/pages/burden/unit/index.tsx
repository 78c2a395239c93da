import { BurdenUnitScreen } from '../../../features/burden/burden-unit-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function BurdenUnitPage() {
  const period = usePageParameter('period');
  const unitId = usePageParameter('unitId');
  if (period === null || unitId === null) return <LostScreen />;
  return <SignedIn>{() => <BurdenUnitScreen period={period} unitId={unitId} />}</SignedIn>;
}
