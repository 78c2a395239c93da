import { quoted } from '@jiannuo/shared/kernel';
import { LEDGER_LIMITS, type LedgerRowView } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { FieldError, TextField } from '../../ui/field/field';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { actOnRow } from './api/act-on-row.api';

interface ReturnSheetProps {
  readonly row: LedgerRowView;
  readonly onClose: () => void;
}

/** The lead unit gives a month back that was marked done, with the reason that the unit will read. */
export function ReturnSheet({ row, onClose }: ReturnSheetProps) {
  const write = useWrite(QUERY_KEYS.ledger);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const error = missing ?? write.error?.sentence ?? null;
  const send = async () => {
    const isMissing = reason.trim() === '';
    setMissing(isMissing ? '请写明原因，一句话就行。' : null);
    if (isMissing) return;
    const body = { revision: row.revision, reason: reason.trim() };
    if ((await write.run([row.id, body], (key) => actOnRow(row.id, 'return', body, key))) === null) return;
    showToast('已记为没认');
    onClose();
  };
  return (
    <Sheet title={`不认${quoted(row.measure.title)}`} onClose={onClose}>
      <TextField
        label="为什么不认"
        initial=""
        lines="many"
        maximum={LEDGER_LIMITS.reason}
        note="县里会看到，补好后可以再标成完成。"
        onType={setReason}
      />
      {error === null ? null : <FieldError>{error}</FieldError>}
      <View className="ledger-send">
        <Button isBlock onPress={() => void send()}>
          记为没认
        </Button>
      </View>
    </Sheet>
  );
}
