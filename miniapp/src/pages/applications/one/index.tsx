import { ApplicationScreen } from '../../../features/applications/applications-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function ApplicationPage() {
  const id = usePageParameter('id') ?? '';
  return <SignedIn>{({ current }) => <ApplicationScreen who={current} id={id} />}</SignedIn>;
}
