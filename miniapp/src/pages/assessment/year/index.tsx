import { LeadYearScreen, OwnYearScreen } from '../../../features/assessment/year/year-screen';
import { SignedIn } from '../../../features/session/signed-in';

export default function YearPage() {
  return (
    <SignedIn>{({ current }) => (current.role === 'lead-officer' ? <LeadYearScreen /> : <OwnYearScreen />)}</SignedIn>
  );
}
