import type { ReportView } from '@jiannuo/shared/reporting';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { Screen } from '../../ui/screen/screen';
import { ErrorView, LoadingView, StateView } from '../../ui/state/state-view';
import { useReport } from './api/load-report.api';
import { useReportOf } from './api/open-report.api';
import { ReportForm } from './form/report-form';
import { HandedIn } from './reading/handed-in';
import { ReturnedForm } from './returned/returned-form';

/** What one does with a report depends on where it stands: write it, correct it, or read it. */
function ReportAsItStands({ report }: { readonly report: ReportView }) {
  const mayEdit = report.actions.includes('edit');
  if (mayEdit && report.state === 'returned' && report.submitted !== null && report.review !== null) {
    return <ReturnedForm report={report} former={report.submitted} review={report.review} />;
  }
  if (mayEdit) return <ReportForm report={report} />;
  if (report.submitted !== null) return <HandedIn report={report} version={report.submitted} />;
  return (
    <Screen title={`${formatPeriod(report.period)}${report.title}`} section="work">
      <StateView icon="report" title="这份月报还没交" lines={['联络员交了，这里就能看到。']} />
    </Screen>
  );
}

interface Failing {
  readonly error: unknown;
  readonly refetch: () => unknown;
}

function Waiting({ query }: { readonly query: Failing }) {
  return (
    <Screen title="月报" section="work">
      {query.error === null ? <LoadingView /> : <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
    </Screen>
  );
}

/** One report, opened by its id. */
export function ReportScreen({ reportId }: { readonly reportId: string }) {
  const query = useReport(reportId);
  return query.data === undefined ? (
    <Waiting query={query} />
  ) : (
    <ReportAsItStands key={query.data.id} report={query.data} />
  );
}

/** The report that an obligation asks for, opened for the first time or again. */
export function ReportOfObligation({ obligationId }: { readonly obligationId: string }) {
  const query = useReportOf(obligationId);
  return query.data === undefined ? <Waiting query={query} /> : <ReportScreen reportId={query.data} />;
}
