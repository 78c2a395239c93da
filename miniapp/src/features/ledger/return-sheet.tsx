import { quoted } from '@jiannuo/shared/kernel';
import { LEDGER_LIMITS, type LedgerRowView } from '@jiannuo/shared/ledger';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { showToast } from '../../ui/overlay/toast';
import { actOnRow } from './api/act-on-row.api';

interface ReturnSheetProps {
  readonly row: LedgerRowView;
  readonly onClose: () => void;
}

/** The lead unit gives a month back that was marked done, with the reason that the unit will read. */
export function ReturnSheet({ row, onClose }: ReturnSheetProps) {
  const write = useWrite(QUERY_KEYS.ledger);
  const send = async (reason: string) => {
    const body = { revision: row.revision, reason: reason.trim() };
    if ((await write.run([row.id, body], (key) => actOnRow(row.id, 'return', body, key))) === null) return;
    showToast('已记为没认');
    onClose();
  };
  return (
    <ReasonSheet
      title={`不认${quoted(row.measure.title)}`}
      verb="记为没认"
      hint="县里会看到，补好后可以再标成完成。"
      label="为什么不认"
      limit={LEDGER_LIMITS.reason}
      missing="请写明原因，一句话就行。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
