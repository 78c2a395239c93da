import { PartScreen } from '../../../features/inspections/received-screens';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function PartPage() {
  const id = usePageParameter('id');
  return <SignedIn>{() => <PartScreen partId={id ?? ''} />}</SignedIn>;
}
