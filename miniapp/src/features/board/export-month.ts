import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { openFile } from '../../platform/files/open-file';
import { showToast } from '../../ui/overlay/toast';

/** Opens the month's hand-ins as a workbook. */
export async function exportMonth(period: Period): Promise<void> {
  const isOpen = await openFile(`/api/board/export?period=${period}`, `${formatPeriod(period, true)}报送情况.xlsx`);
  if (!isOpen) showToast('没导出来，请再点一次');
}
