import { carriedFacts } from '@jiannuo/shared/inspections';
import type { ReactNode } from 'react';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useFinding } from './api/load-finding.api';

interface CarriedProps {
  readonly findingId: string | null;
  /** The most characters that the form takes. */
  readonly limit: number;
  readonly children: (facts: string | null) => ReactNode;
}

function Carried({ findingId, limit, children }: CarriedProps & { readonly findingId: string }) {
  const query = useFinding(findingId);
  if (query.data !== undefined) return children(carriedFacts(query.data.inspection.method, query.data, limit));
  return (
    <Screen title="抽查结果" section="spot-checks">
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

/** Hands what an inspection found on to a form of another subject; null where nothing is handed on. */
export function CarriedFacts({ findingId, ...rest }: CarriedProps) {
  return findingId === null ? rest.children(null) : <Carried findingId={findingId} {...rest} />;
}
