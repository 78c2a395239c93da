import { LostScreen } from '../../ui/screen/lost-screen';

export default function LostPage() {
  return <LostScreen />;
}
