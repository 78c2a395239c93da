import { isPeriod } from '@jiannuo/shared/kernel';
import { ReviewScreen } from '../../../features/assessment/review/review-screen';
import { SignedIn } from '../../../features/session/signed-in';
import { usePageParameter } from '../../../platform/page-events';

/** Opened by an assessment, or by its month. */
export default function AssessmentReviewPage() {
  const id = usePageParameter('id');
  const isMonth = id !== null && isPeriod(id);
  return <SignedIn>{() => <ReviewScreen id={isMonth ? null : id} month={isMonth ? id : null} />}</SignedIn>;
}
