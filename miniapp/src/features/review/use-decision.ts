import type { ReportView, ReviewRemark } from '@jiannuo/shared/reporting';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { showToast } from '../../ui/overlay/toast';
import { acceptReport } from './api/accept-report.api';
import { returnReport } from './api/return-report.api';

/** The way from reading to a decision. A failed one keeps everything, and may be tried again. */
export interface ReviewDecision extends Omit<Write, 'run'> {
  readonly accept: (version: number) => Promise<boolean>;
  readonly sendBack: (version: number, remarks: readonly ReviewRemark[]) => Promise<boolean>;
}

/** Accepts or sends back; the same decision sent twice counts once. Answers whether it reached the server. */
export function useDecision(report: Pick<ReportView, 'id' | 'state'>): ReviewDecision {
  const { isSending, error, forgetError, run } = useWrite(
    QUERY_KEYS.report(report.id),
    QUERY_KEYS.reviews,
    QUERY_KEYS.board,
  );
  const send = async (wish: unknown, call: (key: string) => Promise<unknown>, done: string): Promise<boolean> => {
    if ((await run(wish, call)) === null) return false;
    showToast(done);
    return true;
  };
  return {
    isSending,
    error,
    forgetError,
    accept: (version) => send({ accept: report.id, version }, (key) => acceptReport(report.id, version, key), '已收下'),
    sendBack: (version, remarks) =>
      send(
        { return: report.id, version, state: report.state, remarks },
        (key) => returnReport(report.id, { version, state: report.state, remarks }, key),
        '已退回，联络员会收到',
      ),
  };
}
