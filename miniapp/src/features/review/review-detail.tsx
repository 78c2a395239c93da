import { formatPeriod } from '@jiannuo/shared/kernel';
import type { ReportVersionView, ReportView, ReviewRemark } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useMemo, useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage, type Slot } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/overlay/dialog';
import { EnteredNote, hasNoText } from '../../ui/report/entered-note';
import { Screen } from '../../ui/screen/screen';
import { ErrorView, LoadingView, StateView } from '../../ui/state/state-view';
import { useReviewedReport } from './api/load-report.api';
import { PreviousPlans, previousPlansTitle } from './previous-plans';
import { useRemarks } from './remark-store';
import { ReviewBar, ReviewDialog, type Asking } from './review-bar';
import { JumpRow, ReviewHead } from './review-head';
import { hasPlace, reviewPartsOf, WHOLE_REPORT } from './review-lines';
import { PartReview, type ReviewDesk } from './review-part';
import './review.scss';
import { useDecision } from './use-decision';
import { VersionChanges } from './version-changes';

/** What stands around a review. */
export interface ReviewFrame {
  /** The slot or a way back, and on wide windows the list beside it. */
  readonly screen: {
    readonly title: string;
    readonly slot?: Slot;
    readonly top?: ReactNode;
    readonly list?: ReactNode;
  };
  /** Opens what waits next, once this one is decided; null when nothing waits. */
  readonly onNext: (() => void) | null;
}

/** The remarks of the last return, and what they are called now. */
function sentOf({ review, state }: ReportView): { readonly remarks: readonly ReviewRemark[]; readonly title: string } {
  if (review?.decision !== 'returned') return { remarks: [], title: '' };
  return { remarks: review.remarks, title: state === 'returned' ? '要改' : '上次要改' };
}

interface ReviewProps {
  readonly report: ReportView;
  readonly version: ReportVersionView;
  readonly frame: ReviewFrame;
}

function useDesk({ report, version }: Pick<ReviewProps, 'report' | 'version'>): ReviewDesk {
  const parts = useMemo(
    () => (hasNoText(version) ? [WHOLE_REPORT] : reviewPartsOf(report.form, version.content)),
    [report.form, version],
  );
  const book = useRemarks(report.id, version.number, (path) => (hasPlace(parts, path) ? path : ''));
  const { remarks, title } = sentOf(report);
  return {
    parts,
    attachments: report.attachments,
    book,
    sent: remarks,
    sentTitle: title,
    // A later return has remarks of its own, which this version could not answer yet.
    answers: report.state === 'returned' ? [] : version.answers,
    mayRemark: report.actions.includes('return'),
  };
}

/** What the reviewer has opened beside the report. */
function usePanels() {
  const [arePlansShown, setArePlansShown] = useState(false);
  const [areChangesShown, setAreChangesShown] = useState(false);
  return {
    arePlansShown,
    areChangesShown,
    togglePlans: () => {
      setArePlansShown(!arePlansShown);
    },
    toggleChanges: () => {
      setAreChangesShown(!areChangesShown);
    },
  };
}

type Panels = ReturnType<typeof usePanels>;

interface SheetsProps extends Pick<ReviewProps, 'report' | 'version'> {
  readonly desk: ReviewDesk;
  readonly panels: Panels;
}

/** The way to the time of receipt of what was entered for the unit, be it an earlier version. */
function ToTime({ report }: Pick<ReviewProps, 'report'>) {
  if (report.versions.every(({ channel, isWithdrawn }) => channel === 'app' || isWithdrawn)) return null;
  return (
    <Button
      look="link"
      onPress={() => {
        openPage('enter-for/correct', { id: report.id });
      }}
    >
      核对收到时间
    </Button>
  );
}

/** The report itself: head, what changed, originals, and the lines with their remarks. */
function Reading({ report, version, desk, panels }: SheetsProps) {
  const { isWide } = useDisplay();
  const before = report.versions.filter(({ number }) => number < version.number).at(-1);
  const isStacked = !isWide || panels.arePlansShown;
  return (
    <>
      <ReviewHead
        report={report}
        version={version}
        arePlansShown={panels.arePlansShown}
        onPlans={panels.togglePlans}
        areChangesShown={panels.areChangesShown}
        onChanges={before === undefined ? null : panels.toggleChanges}
      />
      {desk.book.isFromEarlier ? (
        <View className="review-hint t-s">单位交了新的一版。您写的意见留着，请对照后再退回。</View>
      ) : null}
      {panels.areChangesShown && before !== undefined ? (
        <VersionChanges report={report} after={version} beforeNumber={before.number} />
      ) : null}
      <EnteredNote version={version} attachments={report.attachments} />
      <ToTime report={report} />
      {desk.parts.length > 1 ? (
        <JumpRow parts={desk.parts} remarked={desk.book.written.map(({ path }) => path)} />
      ) : null}
      <View className={isStacked ? 'is-stacked' : ''}>
        {desk.parts.map((part) => (
          <PartReview key={part.id} part={part} desk={desk} />
        ))}
      </View>
      {!isWide && panels.arePlansShown ? (
        <Sheet title={previousPlansTitle(report)} onClose={panels.togglePlans}>
          <PreviousPlans report={report} isTitled={false} />
        </Sheet>
      ) : null}
    </>
  );
}

function Review({ report, version, frame }: ReviewProps) {
  const { isWide } = useDisplay();
  const desk = useDesk({ report, version });
  const decision = useDecision(report);
  const panels = usePanels();
  const [asking, setAsking] = useState<Asking>(null);
  const { screen, onNext } = frame;
  const bar = { report, version, book: desk.book, decision, onAsk: setAsking };
  // A decision that came too late leaves nothing to decide, but says so.
  const hasBar = desk.mayRemark || onNext !== null || decision.error !== null;
  return (
    <Screen
      {...screen}
      section="work"
      isOnSurface
      {...(hasBar ? { bar: <ReviewBar {...bar} onNext={onNext} /> } : {})}
      {...(isWide && panels.arePlansShown ? { rail: <PreviousPlans report={report} /> } : {})}
    >
      <Reading report={report} version={version} desk={desk} panels={panels} />
      {asking === null ? null : <ReviewDialog {...bar} asking={asking} />}
    </Screen>
  );
}

/** What the unit took back while it was being read: whose it is, that it is owed again, and the next one. */
function TakenBack({ report, onNext }: { readonly report: ReportView; readonly onNext: ReviewFrame['onNext'] }) {
  return (
    <StateView
      icon="returned"
      title={`${report.unitName}撤回了${formatPeriod(report.period)}${report.title}`}
      lines={['现在算还没交。再交了，会排在这里。']}
      {...(onNext === null ? {} : { verb: { label: '看下一份', onPress: onNext } })}
    />
  );
}

/** One report being reviewed, opened by its id. */
export function ReviewOf({ reportId, frame }: { readonly reportId: string; readonly frame: ReviewFrame }) {
  const query = useReviewedReport(reportId);
  const report = query.data;
  if (report?.submitted !== null && report?.submitted !== undefined) {
    return <Review key={report.id} report={report} version={report.submitted} frame={frame} />;
  }
  return (
    <Screen {...frame.screen} section="work">
      {report !== undefined ? (
        <TakenBack report={report} onNext={frame.onNext} />
      ) : query.error === null ? (
        <LoadingView />
      ) : (
        <ErrorView error={query.error} onRetry={() => void query.refetch()} safe="没发出的意见都在这台设备里。" />
      )}
    </Screen>
  );
}
