import { UpdateScreen } from '../../../features/information/updates-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';
import { LostScreen } from '../../../ui/screen/lost-screen';

export default function UpdatePage() {
  const id = usePageParameter('id');
  return (
    <SignedIn>
      {({ current }) => (id === null ? <LostScreen /> : <UpdateScreen who={current} updateId={id} />)}
    </SignedIn>
  );
}
