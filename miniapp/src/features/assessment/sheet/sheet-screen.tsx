import type { AssessmentView } from '@jiannuo/shared/assessment';
import { useState } from 'react';
import { Screen } from '../../../ui/screen/screen';
import { ErrorView, LoadingView } from '../../../ui/state/state-view';
import { useAssessment } from '../api/load-assessment.api';
import { useOpenedAssessment } from '../api/open-assessment.api';
import { SheetForm } from './sheet-form';
import { SheetResult } from './sheet-result';

function SheetOf({ view }: { readonly view: AssessmentView }) {
  // The sheet that is being put right, of those that the lead unit entered.
  const [number, setNumber] = useState<number | null>(null);
  const current = view.sheet?.number ?? null;
  if (view.actions.includes('submit') && current === number) return <SheetForm key={view.id} view={view} />;
  return (
    <SheetResult
      view={view}
      onPutRight={() => {
        setNumber(current);
      }}
    />
  );
}

interface SheetScreenProps {
  /** The assessment, or the obligation that it answers. */
  readonly id: string | null;
  readonly obligationId: string | null;
}

/** 自查评分: a county's own month, opened by its id or by what is owed. */
export function SheetScreen({ id, obligationId }: SheetScreenProps) {
  const opened = useOpenedAssessment(id === null ? obligationId : null, false);
  const query = useAssessment(id ?? opened.data?.assessmentId ?? null);
  if (query.data !== undefined) return <SheetOf view={query.data} />;
  const failed = opened.error === null ? query : opened;
  return (
    <Screen title="自查评分" section="work">
      {failed.error === null ? (
        <LoadingView />
      ) : (
        <ErrorView error={failed.error} onRetry={() => void failed.refetch()} />
      )}
    </Screen>
  );
}
