import { formatDue, type Instant } from '@jiannuo/shared/kernel';
import { countWithoutResult, type ReportView } from '@jiannuo/shared/reporting';
import { useEffect, useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/overlay/dialog';
import { useDraftValue } from '../draft/use-draft';
import { missingWords } from './sections';
import { countMissing, useUploads } from './uploads';

const LOOK_AGAIN_AFTER = 30_000;

/** Whether the due time has passed, looked at again while the form stays open over it. */
function useIsPast(dueAt: Instant): boolean {
  const [isPast, setIsPast] = useState(() => now() >= dueAt);
  useEffect(() => {
    const timer = setInterval(() => {
      setIsPast(now() >= dueAt);
    }, LOOK_AGAIN_AFTER);
    return () => {
      clearInterval(timer);
    };
  }, [dueAt]);
  return isPast;
}

/** What a report that was taken back is to whoever wrote it: owed, and by when. */
export function takenBackWords(dueAt: Instant, at: Instant): string {
  const due = formatDue(dueAt, at);
  return at < dueAt ? `已撤回，现在算还没交。${due}再交，仍算按时。` : `已撤回，现在算还没交。${due}，现在交记迟报。`;
}

function noteOf(isPast: boolean, isWhole: boolean, due: string): string {
  if (isPast) return '已过截止，现在交记迟报';
  return isWhole ? '截止前交了还能撤回修改' : due;
}

interface FormBarProps {
  readonly report: ReportView;
  readonly onCheck: () => void;
  readonly isSending: boolean;
}

/** What is missing, by when it is due, and the way to hand in; files that did not arrive are asked about first. */
export function FormBar({ report, onCheck, isSending }: FormBarProps) {
  const missing = useDraftValue((keeper) => missingWords(keeper.content, report.form));
  const bare = useDraftValue((keeper) => countWithoutResult(keeper.content));
  const uploads = useUploads();
  const waiting = useDraftValue((keeper) => countMissing(keeper.content, uploads));
  const isPast = useIsPast(report.dueAt);
  const [isAsking, setIsAsking] = useState(false);
  const files = waiting === 0 ? null : `有${String(waiting)}份佐证没传上`;
  const title = missing ?? files ?? (bare === 0 ? '都填好了' : `能交了，${String(bare)}条没写工作成果`);
  return (
    <>
      <StickyBar
        title={isSending ? '正在交，请别关' : title}
        note={noteOf(isPast, missing === null, formatDue(report.dueAt, now()))}
      >
        <Button
          look="plain"
          onPress={() => {
            openPage('report-preview', { id: report.id });
          }}
        >
          预览
        </Button>
        <Button
          id="check-and-submit"
          onPress={() => {
            if (missing === null && files !== null) setIsAsking(true);
            else onCheck();
          }}
        >
          检查并交
        </Button>
      </StickyBar>
      {isAsking ? (
        <Dialog
          title={`${files ?? ''}，照样交吗？`}
          verb="照样交"
          refusal="回去再传"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => {
            setIsAsking(false);
            onCheck();
          }}
        >
          没传上的只列名称，牵头单位看不到文件。
        </Dialog>
      ) : null}
    </>
  );
}
