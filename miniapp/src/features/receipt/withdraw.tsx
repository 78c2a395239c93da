import { formatDue } from '@jiannuo/shared/kernel';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { asApiError } from '../../platform/http/api-error';
import { useWish } from '../../platform/http/wish-key';
import { replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/overlay/dialog';
import { withdrawReport } from './withdraw-report.api';

/** Taking back from the receipt itself: the form then stands in the receipt's place, since the receipt counts no more. */
export function Withdraw({ receipt }: { readonly receipt: ReceiptView }) {
  const store = useQueryClient();
  const send = useWish();
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const withdraw = async () => {
    try {
      await send(receipt.reportId, (key) => withdrawReport(receipt.reportId, key));
      const keys = [QUERY_KEYS.report(receipt.reportId), QUERY_KEYS.obligations, QUERY_KEYS.inbox];
      await Promise.all(keys.map((queryKey) => store.invalidateQueries({ queryKey })));
      store.removeQueries({ queryKey: QUERY_KEYS.receipt(receipt.reportId) });
      replacePage('report', { id: receipt.reportId });
    } catch (error) {
      setRefusal(asApiError(error).sentence);
    }
  };
  return (
    <>
      <Button
        look="plain"
        onPress={() => {
          setIsAsking(true);
        }}
      >
        撤回修改
      </Button>
      {isAsking ? (
        <Dialog
          title="撤回修改？"
          verb="撤回"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => void withdraw()}
        >
          {refusal ?? `撤回后算还没交。${formatDue(receipt.dueAt, now())}再交，仍算按时。`}
        </Dialog>
      ) : null}
    </>
  );
}
