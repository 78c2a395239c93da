import type { AssessmentView } from '@jiannuo/shared/assessment';
import { formatPeriod } from '@jiannuo/shared/kernel';
import { openFile } from '../../../platform/files/open-file';
import { Button } from '../../../ui/button/button';
import { showToast } from '../../../ui/overlay/toast';

interface DownloadProps {
  readonly view: AssessmentView;
  /** Waits until the server holds what was just filled in. */
  readonly settle?: () => Promise<unknown>;
}

/** Takes out the sheet as annex 3 prints it, once there is one for its reader. */
export function DownloadSheet({ view, settle }: DownloadProps) {
  if (view.sheet === null && !view.actions.includes('submit')) return null;
  const download = async () => {
    await settle?.();
    const name = `${view.unitName}${formatPeriod(view.period)}自查评分表.xlsx`;
    if (!(await openFile(`/api/assessments/${view.id}/sheet`, name))) showToast('没下载下来，请再点一次');
  };
  return (
    <Button look="link" icon="download" onPress={() => void download()}>
      下载自查评分表
    </Button>
  );
}
