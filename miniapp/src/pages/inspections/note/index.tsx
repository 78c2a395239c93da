import { NoteScreen } from '../../../features/inspections/note-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

export default function NotePage() {
  const inspection = usePageParameter('inspection');
  const id = usePageParameter('id');
  return <SignedIn>{() => <NoteScreen inspectionId={inspection} findingId={id} />}</SignedIn>;
}
