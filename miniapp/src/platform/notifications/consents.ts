import type { ConsentReport, ConsentsView, ConsentView, MessagePurpose } from '@jiannuo/shared/notifications';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { callServer } from '../http/call-server';
import { QUERY_KEYS } from '../query/query-keys';
import { askToSubscribe, isAccepted } from '../wechat/subscribe';

function loadConsents(): Promise<ConsentsView> {
  return callServer<ConsentsView>({ path: '/api/consents' });
}

function reportConsents(report: ConsentReport): Promise<ConsentsView> {
  return callServer<ConsentsView>({ method: 'POST', path: '/api/consents', body: report });
}

/** How many messages WeChat will still take for this person, as far as the server knows. */
export function useConsents(): UseQueryResult<ConsentsView> {
  return useQuery({ queryKey: QUERY_KEYS.consents, queryFn: loadConsents });
}

/** One call may not mix one-time and long-term templates, and takes five; one-time ones go first, they run out. */
function templatesFor(
  consents: ConsentsView | undefined,
  purposes: readonly MessagePurpose[] | null,
): readonly string[] {
  const wanted = (consents?.templates ?? []).filter(({ purpose }) => purposes === null || purposes.includes(purpose));
  const ofKind = (kind: ConsentView['kind']) =>
    wanted.filter((template) => template.kind === kind).map(({ templateId }) => templateId);
  const oneTime = ofKind('one-time');
  return oneTime.length > 0 ? oneTime : ofKind('long-term');
}

/** What asking came to: how many templates were accepted, and whether WeChat asked at all. */
export interface ConsentOutcome {
  readonly accepted: number;
  readonly wasAsked: boolean;
}

/**
 * A function to call in the tap itself: WeChat's sheet opens at once, before anything is awaited; then the answers go to
 * the ledger on the server, as WeChat gave them. It never rejects. `null` asks for every purpose.
 */
export function useAskConsents(): (purposes: readonly MessagePurpose[] | null) => Promise<ConsentOutcome> {
  const { data } = useConsents();
  const store = useQueryClient();
  return async (purposes) => {
    const results = await askToSubscribe(templatesFor(data, purposes));
    if (results === null) return { accepted: 0, wasAsked: false };
    try {
      store.setQueryData(QUERY_KEYS.consents, await reportConsents({ results }));
    } catch {
      void store.invalidateQueries({ queryKey: QUERY_KEYS.consents });
    }
    return { accepted: Object.values(results).filter(isAccepted).length, wasAsked: true };
  };
}
