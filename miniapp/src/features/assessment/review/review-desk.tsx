import { namesIn, type AssessmentView, type ToldNumber } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { Footnote } from '../../../ui/card/card';
import { Sheet } from '../../../ui/overlay/dialog';
import { Screen } from '../../../ui/screen/screen';
import { DownloadSheet } from '../sheet/download-sheet';
import { CorrectionNote } from './correction-note';
import { ExportScores } from '../scores/export-scores';
import type { Closing } from './month-closing';
import { RecheckLine } from './recheck-line';
import { ReviewBar } from './review-bar';
import { PanelFrame, ReviewPanel } from './review-panel';
import { ReviewLines, ReviewTotals } from './review-table';
import { SheetSource } from './sheet-source';
import { ToldBody } from '../scores/told-lines';
import { useReview, type ReviewBook } from './use-review';

interface DeskProps {
  readonly view: AssessmentView;
  readonly frame: Frame;
}

/** What stands around a county's review. */
export interface Frame {
  readonly title: string;
  readonly top: ReactNode;
  readonly tabs: ReactNode;
  readonly closing: Closing;
}

/** What is open beside the table: a row of it, or one of its totals. */
type Opened = { readonly key: string } | { readonly told: ToldNumber };

interface Shown {
  readonly title: string;
  readonly body: ReactNode;
}

/** What is open, drawn; null while nothing is. */
function shownOf(view: AssessmentView, book: ReviewBook, opened: Opened | null): Shown | null {
  if (opened === null) return null;
  if ('told' in opened) {
    const { told } = opened;
    const body = <ToldBody key={told.label} told={told} names={namesIn(view)} reasonLabel="说明" />;
    return { title: `${told.label}的来由`, body };
  }
  const row = book.table.rows.find(({ key }) => key === opened.key);
  if (row === undefined) return null;
  const mayJudge = view.actions.includes('review') || view.actions.includes('correct');
  return {
    title: row.title,
    body: <ReviewPanel key={row.key} view={view} row={row} book={book} mayJudge={mayJudge} />,
  };
}

function Downloads({ view }: Pick<DeskProps, 'view'>) {
  const isHandedIn = view.metAt !== null || view.scores.length > 0;
  return (
    <View className="row row-wrap desk-links">
      <DownloadSheet view={view} />
      {isHandedIn ? (
        <ExportScores
          look="link"
          path={`/api/scores/export?period=${view.period}`}
          name={`${formatPeriod(view.period, true)}各县考评得分`}
        >
          {`导出各县${formatPeriod(view.period)}得分`}
        </ExportScores>
      ) : null}
      <Button
        look="link"
        onPress={() => {
          openPage('assessment/downloads');
        }}
      >
        下载记录
      </Button>
    </View>
  );
}

/** A county's review: its lines, the panel beside them, and what can be done now. */
export function ReviewDesk({ view, frame }: DeskProps) {
  const { isWide } = useDisplay();
  const book = useReview(view);
  const [opened, setOpened] = useState<Opened | null>(null);
  const openKey = opened !== null && 'key' in opened ? opened.key : null;
  const shown = shownOf(view, book, opened);
  const close = () => {
    setOpened(null);
  };
  const rail =
    shown === null ? null : (
      <PanelFrame title={shown.title} onClose={close}>
        {shown.body}
      </PanelFrame>
    );
  return (
    <Screen
      title={frame.title}
      section="assessment/review"
      isTopLevel
      isOnSurface
      isRailWork
      top={frame.top}
      bar={<ReviewBar view={view} book={book} closing={frame.closing} />}
      {...(isWide && rail !== null ? { rail } : {})}
    >
      {frame.tabs}
      <ReviewTotals
        view={view}
        table={book.table}
        label={view.actions.includes('correct') ? '得分' : '复核'}
        onOpen={(told) => {
          setOpened({ told });
        }}
      />
      <CorrectionNote view={view} />
      <SheetSource view={view} />
      <ReviewLines
        table={book.table}
        openKey={openKey}
        onOpen={(key) => {
          setOpened(key === openKey ? null : { key });
        }}
      />
      <RecheckLine view={view} />
      <Remark view={view} />
      <Downloads view={view} />
      {!isWide && shown !== null ? (
        <Sheet title={shown.title} onClose={close}>
          {shown.body}
        </Sheet>
      ) : null}
    </Screen>
  );
}

function Remark({ view }: Pick<DeskProps, 'view'>) {
  const { sheet } = view;
  const remark = sheet?.content.draft.remark ?? '';
  return remark === '' ? null : <Footnote>{sheet?.entry == null ? `县里说明：${remark}` : remark}</Footnote>;
}
