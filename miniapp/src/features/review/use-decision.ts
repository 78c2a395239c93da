import type { ReportView, ReviewRemark } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { asApiError, type ApiError } from '../../platform/http/api-error';
import { useWishKey } from '../../platform/http/wish-key';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { showToast } from '../../ui/overlay/toast';
import { acceptReport } from './api/accept-report.api';
import { returnReport } from './api/return-report.api';

/** The way from reading to a decision. A failed one keeps everything, and may be tried again. */
export interface ReviewDecision {
  readonly isSending: boolean;
  readonly error: ApiError | null;
  readonly accept: (version: number) => Promise<boolean>;
  readonly sendBack: (version: number, remarks: readonly ReviewRemark[]) => Promise<boolean>;
  readonly forgetError: () => void;
}

/** Accepts or sends back; the same decision sent twice counts once. Answers whether it reached the server. */
export function useDecision(report: Pick<ReportView, 'id'>): ReviewDecision {
  const store = useQueryClient();
  const keyOf = useWishKey();
  const isBusy = useRef(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const refresh = () =>
    Promise.all(
      [QUERY_KEYS.report(report.id), QUERY_KEYS.reviews, QUERY_KEYS.board].map((queryKey) =>
        store.invalidateQueries({ queryKey }),
      ),
    );
  const send = async (wish: unknown, call: (key: string) => Promise<unknown>, done: string): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    setIsSending(true);
    setError(null);
    try {
      await call(keyOf(wish));
      showToast(done);
      void refresh();
      return true;
    } catch (failure) {
      const refusal = asApiError(failure);
      setError(refusal);
      if (refusal.kind === 'refused') void refresh();
      return false;
    } finally {
      isBusy.current = false;
      setIsSending(false);
    }
  };
  return {
    isSending,
    error,
    accept: (version) => send({ accept: report.id, version }, (key) => acceptReport(report.id, version, key), '已收下'),
    sendBack: (version, remarks) =>
      send(
        { return: report.id, version, remarks },
        (key) => returnReport(report.id, { version, remarks }, key),
        '已退回，联络员会收到',
      ),
    forgetError: () => {
      setError(null);
    },
  };
}
