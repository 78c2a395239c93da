import { BindScreen } from '../../features/sign-in/bind-screen';

export default function BindPage() {
  return <BindScreen />;
}
