import { formatDue, isLongerThan } from '@jiannuo/shared/kernel';
import { REVIEW_LIMITS, type ReportVersionView, type ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import type { RemarkBook } from './remark-store';
import type { ReviewDecision } from './use-decision';

/** What the reviewer is being asked about. */
export type Asking = 'return' | 'accept' | null;

function returnWords({ returnDueAt }: Pick<ReportView, 'returnDueAt'>): string {
  return returnDueAt === null ? '退回后再交，不影响按时' : `退回后，${formatDue(returnDueAt, now())}再交，不影响按时`;
}

interface ReviewDeskProps {
  readonly report: ReportView;
  readonly version: ReportVersionView;
  readonly book: RemarkBook;
  readonly decision: ReviewDecision;
  readonly onAsk: (asking: Asking) => void;
}

interface ReviewBarProps extends ReviewDeskProps {
  readonly onNext: (() => void) | null;
}

const DECIDED: Partial<Record<ReportView['state'], string>> = { accepted: '已收下', returned: '已退回' };

function titleOf({ state }: ReportView, count: number): string {
  return count > 0 ? `要改${String(count)}处` : (DECIDED[state] ?? '看过就收下');
}

function noteOf(report: ReportView, count: number, { error }: ReviewDecision): string {
  if (error !== null) return count > 0 ? `${error.sentence}写的都在。` : error.sentence;
  if (count > 0) return returnWords(report);
  return report.actions.includes('return') ? '要退回，先在那一行写意见' : '等单位改好再交';
}

/** Accepting: the primary verb as long as nothing is to be changed. */
function AcceptVerb({ report, version, book, decision, onAsk }: ReviewDeskProps) {
  if (!report.actions.includes('accept')) return null;
  const hasRemarks = book.written.length > 0;
  const accept = () => {
    if (hasRemarks) onAsk('accept');
    else void decision.accept(version.number);
  };
  return (
    <Button look={hasRemarks ? 'plain' : 'primary'} onPress={accept}>
      收下
    </Button>
  );
}

/** Sending back: offered as soon as one remark has words. */
function ReturnVerb({ book, onAsk }: ReviewDeskProps) {
  const { written } = book;
  if (written.length === 0) return null;
  const sendBack = () => {
    if (written.some(({ text }) => isLongerThan(text, REVIEW_LIMITS.text))) showToast('有一处意见太长');
    else onAsk('return');
  };
  return <Button onPress={sendBack}>{`退回（${String(written.length)}处）`}</Button>;
}

/** At the left how many places are to be changed and by when; at the right the decision, named by its result. */
export function ReviewBar({ onNext, ...desk }: ReviewBarProps) {
  const { report, book, decision } = desk;
  const count = book.written.length;
  const isDecided = report.state !== 'submitted' && count === 0;
  return (
    <StickyBar
      title={decision.isSending ? '正在办，请别关' : titleOf(report, count)}
      note={noteOf(report, count, decision)}
    >
      <AcceptVerb {...desk} />
      <ReturnVerb {...desk} />
      {isDecided && onNext !== null ? <Button onPress={onNext}>看下一份</Button> : null}
    </StickyBar>
  );
}

interface ReviewDialogProps extends ReviewDeskProps {
  readonly asking: Exclude<Asking, null>;
}

function ReturnDialog({ report, version, book, decision, onAsk }: ReviewDeskProps) {
  const count = book.written.length;
  const close = () => {
    decision.forgetError();
    onAsk(null);
  };
  const confirm = async () => {
    if (!(await decision.sendBack(version.number, book.written))) return;
    book.forget();
    onAsk(null);
  };
  const due = report.returnDueAt === null ? '' : `${formatDue(report.returnDueAt, now())}可以再交。`;
  const isFailed = decision.error !== null;
  return (
    <Dialog
      title={isFailed ? '这次没退回' : `退回修改，共${String(count)}处？`}
      verb={decision.isSending ? '正在退回' : isFailed ? '再退回一次' : `退回（${String(count)}处）`}
      onClose={close}
      onConfirm={() => void confirm()}
    >
      {decision.error === null ? (
        <View>{`${report.unitName}的联络员马上收到通知，${due}按不按时仍看第一次交的时间，不受影响。`}</View>
      ) : (
        <View className="c-ink">{`${decision.error.sentence}写的${String(count)}处都在。`}</View>
      )}
    </Dialog>
  );
}

/** Asks before sending back, and before accepting over remarks that would then not be sent. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { asking, version, book, decision, onAsk } = props;
  if (asking === 'return') return <ReturnDialog {...props} />;
  const confirm = async () => {
    onAsk(null);
    if (await decision.accept(version.number)) book.forget();
  };
  return (
    <Dialog
      title="还有意见没发"
      verb="收下"
      onClose={() => {
        onAsk(null);
      }}
      onConfirm={() => void confirm()}
    >
      {`收下就不退回了，写的${String(book.written.length)}处不会发给联络员。`}
    </Dialog>
  );
}
