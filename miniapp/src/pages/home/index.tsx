import type { MeView } from '@jiannuo/shared/people';
import { BoardScreen } from '../../features/board/board-screen';
import { CallListBrief } from '../../features/call-list/call-list-brief';
import { HomeScreen } from '../../features/obligations/home-screen';
import { PeopleScreen } from '../../features/people/people-screen';
import { SignedIn } from '../../features/session/signed-in';
import { WaitingCard } from '../../features/supervision/notices/waiting-card';

function homeOf({ current, permissions, liaison }: MeView) {
  if (current.role === 'lead-officer')
    return <BoardScreen leadName={current.unit.name} callList={<CallListBrief />} waiting={<WaitingCard />} />;
  if (current.role === 'administrator') return <PeopleScreen slot="home" unitId={null} />;
  const mayDo = permissions.includes('report.write');
  return <HomeScreen title={mayDo ? '待办' : '要事'} unitName={current.unit.name} mayDo={mayDo} liaison={liaison} />;
}

export default function HomePage() {
  return <SignedIn>{homeOf}</SignedIn>;
}
