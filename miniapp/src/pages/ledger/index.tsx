import { LedgerMonthScreen } from '../../features/ledger/ledger-month-screen';
import { LedgerYearScreen } from '../../features/ledger/ledger-year-screen';
import { SignedIn } from '../../features/session/signed-in';
import { usePageParameter } from '../../platform/page-events';

export default function LedgerPage() {
  const period = usePageParameter('period');
  const unitId = usePageParameter('unitId');
  const view = usePageParameter('view');
  return (
    <SignedIn>
      {({ permissions, current: { role } }) => {
        const isMonth = period !== null || (role === 'liaison' && view !== 'year');
        if (isMonth) return <LedgerMonthScreen key={period} period={period} unitId={unitId} />;
        return <LedgerYearScreen mayManage={permissions.includes('ledger.manage')} />;
      }}
    </SignedIn>
  );
}
