import type { AssessmentView } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Footnote } from '../../ui/card/card';
import { Sheet } from '../../ui/overlay/dialog';
import { Screen } from '../../ui/screen/screen';
import { DownloadSheet } from './download-sheet';
import { ReviewBar } from './review-bar';
import { ReviewPanel } from './review-panel';
import { ReviewLines, ReviewTotals } from './review-table';
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

/** A county's review: its lines, the panel beside them, and what can be done now. */
export function ReviewDesk({ view, frame }: DeskProps) {
  const { isWide } = useDisplay();
  const book = useReview(view);
  const [openKey, setOpenKey] = useState<string | null>(null);
  const row = book.table.rows.find(({ key }) => key === openKey);
  const mayJudge = view.actions.includes('review') || view.actions.includes('correct');
  const close = () => {
    setOpenKey(null);
  };
  const panel =
    row === undefined ? null : (
      <ReviewPanel
        key={row.key}
        view={view}
        row={row}
        book={book}
        mayJudge={mayJudge}
        isTitled={isWide}
        onClose={close}
      />
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
      {...(isWide && panel !== null ? { rail: panel } : {})}
    >
      {frame.tabs}
      <ReviewTotals table={book.table} label={view.actions.includes('correct') ? '得分' : '复核'} />
      <ReviewLines
        table={book.table}
        openKey={openKey}
        onOpen={(key) => {
          setOpenKey(key === openKey ? null : key);
        }}
      />
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
      {!isWide && panel !== null ? (
        <Sheet title={row?.title ?? ''} onClose={close}>
          {panel}
        </Sheet>
      ) : null}
    </Screen>
  );
}

function Remark({ view }: Pick<DeskProps, 'view'>) {
  const remark = view.sheet?.content.draft.remark ?? '';
  return remark === '' ? null : <Footnote>{`县里说明：${remark}`}</Footnote>;
}
