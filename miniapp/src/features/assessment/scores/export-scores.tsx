import { openFile } from '../../../platform/files/open-file';
import { Button } from '../../../ui/button/button';
import { showToast } from '../../../ui/overlay/toast';

interface ExportProps {
  /** What is taken out, as the server is asked for it. */
  readonly path: string;
  /** The file's name without its ending. */
  readonly name: string;
  readonly look: 'plain' | 'link';
  readonly children: string;
}

/** Takes scores out as an Excel file: what the screen shows, and the trace of each number. */
export function ExportScores({ path, name, look, children }: ExportProps) {
  const save = async () => {
    if (!(await openFile(path, `${name}.xlsx`))) showToast('没导出来，请再点一次');
  };
  return (
    <Button look={look} icon="download" onPress={() => void save()}>
      {children}
    </Button>
  );
}
