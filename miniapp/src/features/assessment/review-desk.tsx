import { namesOf, type AssessmentView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Footnote } from '../../ui/card/card';
import { Sheet } from '../../ui/overlay/dialog';
import { Screen } from '../../ui/screen/screen';
import { DownloadSheet } from './download-sheet';
import { RecheckLine } from './recheck-line';
import { ReviewBar } from './review-bar';
import { PanelFrame, ReviewPanel } from './review-panel';
import { ReviewLines, ReviewTotals } from './review-table';
import { ToldBody } from './told-lines';
import type { ToldNumber } from './told-number';
import { useReview } from './use-review';

interface DeskProps {
  readonly view: AssessmentView;
  readonly frame: Frame;
}

/** What stands around a county's review. */
export interface Frame {
  readonly title: string;
  readonly top: ReactNode;
  readonly tabs: ReactNode;
}

/** What is open beside the table: a row of it, or one of its totals. */
type Opened = { readonly key: string } | { readonly told: ToldNumber } | null;

function keyOf(opened: Opened): string | null {
  return opened !== null && 'key' in opened ? opened.key : null;
}

/** A county's review: its lines, the panel beside them, and what can be done now. */
export function ReviewDesk({ view, frame }: DeskProps) {
  const { isWide } = useDisplay();
  const book = useReview(view);
  const [opened, setOpened] = useState<Opened>(null);
  const row = book.table.rows.find(({ key }) => key === keyOf(opened));
  const mayJudge = view.actions.includes('review') || view.actions.includes('correct');
  const close = () => {
    setOpened(null);
  };
  const toldNumber = opened !== null && 'told' in opened ? opened.told : null;
  const title = row?.title ?? toldNumber?.label ?? '';
  const body =
    row !== undefined ? (
      <ReviewPanel key={row.key} view={view} row={row} book={book} mayJudge={mayJudge} />
    ) : toldNumber === null ? null : (
      <ToldBody key={toldNumber.label} told={toldNumber} names={namesOf(view.records)} reasonLabel="说明" />
    );
  return (
    <Screen
      title={frame.title}
      section="assessment/review"
      isTopLevel
      isOnSurface
      isRailWork
      top={frame.top}
      bar={<ReviewBar view={view} book={book} />}
      {...(isWide && body !== null
        ? {
            rail: (
              <PanelFrame title={title} onClose={close}>
                {body}
              </PanelFrame>
            ),
          }
        : {})}
    >
      {frame.tabs}
      <ReviewTotals
        view={view}
        table={book.table}
        verdicts={book.review.verdicts}
        label={view.actions.includes('correct') ? '得分' : '复核'}
        onOpen={(told) => {
          setOpened({ told });
        }}
      />
      <ReviewLines
        table={book.table}
        openKey={keyOf(opened)}
        onOpen={(key) => {
          setOpened(key === keyOf(opened) ? null : { key });
        }}
      />
      <RecheckLine view={view} />
      <Remark view={view} />
      <View className="row">
        <DownloadSheet view={view} />
        <Button
          look="link"
          onPress={() => {
            openPage('assessment/downloads');
          }}
        >
          下载记录
        </Button>
      </View>
      {!isWide && body !== null ? (
        <Sheet title={title} onClose={close}>
          {body}
        </Sheet>
      ) : null}
    </Screen>
  );
}

function Remark({ view }: Pick<DeskProps, 'view'>) {
  const remark = view.sheet?.content.draft.remark ?? '';
  return remark === '' ? null : <Footnote>{`县里说明：${remark}`}</Footnote>;
}
