import type { MeView } from '@jiannuo/shared/people';
import { ApplicationsLink } from '../../features/applications/applications-link';
import { AssessmentLink, ScoreHistoryLink } from '../../features/assessment/assessment-link';
import { UpdatesLink } from '../../features/information/updates-link';
import { BurdenLink } from '../../features/burden/burden-link';
import { InspectionsLink } from '../../features/inspections/inspections-link';
import { LedgerLink } from '../../features/ledger/ledger-link';
import { WorkScreen } from '../../features/obligations/work-screen';
import { ReviewListScreen } from '../../features/review/review-list-screen';
import { RulingsLink } from '../../features/rulings/rulings-link';
import { SignedIn } from '../../features/session/signed-in';
import { SupervisionLink } from '../../features/supervision/supervision-link';
import { LinkCard } from '../../ui/row/link-card';
import { SpotChecksLink } from '../../features/spot-checks/spot-checks-link';

function workOf({ current }: MeView) {
  if (current.role === 'lead-officer') {
    return (
      <ReviewListScreen
        more={
          <>
            <AssessmentLink />
            <SupervisionLink page="supervision/notices" title="督导" below="提示、预警、督办，单位办得怎样" />
            <InspectionsLink page="inspections/list" below="书面、暗访、实地，问题和整改" />
            <LedgerLink below="各单位各月措施，完成没完成" />
            <UpdatesLink below="看报来的，编工作信息" />
            <LinkCard
              icon="comment"
              title="协调事项"
              below="各单位提的，受理、定办法、办结"
              page="coordination/matters"
            />
            <BurdenLink />
          </>
        }
      />
    );
  }
  return (
    <WorkScreen
      more={
        <>
          <LedgerLink below="本月措施，标成完成就带进月报" />
          <UpdatesLink below="随时报，看选用和加分" />
          {current.unit.kind === 'county' ? <ApplicationsLink below="报新任务、新做法，看认定和记分" /> : null}
          <SupervisionLink page="supervision/tickets" title="督办和提醒" below="牵头单位发来的，要签收、反馈的" />
          <InspectionsLink page="inspections/received" below="来督导的，反馈的问题和整改" />
          <LinkCard
            icon="comment"
            title="协调事项"
            below="跨部门的事、重大问题，急的马上通知"
            page="coordination/matters"
          />
          {current.unit.kind === 'county' ? <ScoreHistoryLink /> : null}
          <SpotChecksLink />
          <RulingsLink />
        </>
      }
    />
  );
}

export default function WorkPage() {
  return <SignedIn>{workOf}</SignedIn>;
}
