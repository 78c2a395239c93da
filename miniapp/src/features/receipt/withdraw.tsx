import type { Instant } from '@jiannuo/shared/kernel';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Dialog } from '../../ui/overlay/dialog';
import { Pressable } from '../../ui/pressable/pressable';
import { takingBackWords } from '../../ui/report/withdraw-words';
import { isAgain } from './receipt-words';
import './receipt.scss';
import { withdrawReport } from './withdraw-report.api';

/** Taking back from the receipt itself: the form then stands in the receipt's place, since the receipt counts no more. */
export function Withdraw({ receipt, until }: { readonly receipt: ReceiptView; readonly until: Instant }) {
  const store = useQueryClient();
  const write = useWrite(QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const [isAsking, setIsAsking] = useState(false);
  const { reportId } = receipt;
  const isRefused = write.error?.kind === 'refused';
  const close = () => {
    setIsAsking(false);
    write.forgetError();
    if (isRefused) void store.invalidateQueries({ queryKey: QUERY_KEYS.receipt(reportId) });
  };
  const withdraw = async () => {
    if ((await write.run(reportId, (key) => withdrawReport(reportId, key))) === null) return;
    await store.invalidateQueries({ queryKey: QUERY_KEYS.report(reportId) });
    store.removeQueries({ queryKey: QUERY_KEYS.receipt(reportId) });
    replacePage('report', { id: reportId });
  };
  return (
    <>
      <Pressable
        className="receipt-withdraw c-brand"
        onPress={() => {
          setIsAsking(true);
        }}
      >
        撤回修改
      </Pressable>
      {isAsking ? (
        <Dialog
          title={isRefused ? '撤不回' : '撤回修改？'}
          verb={isRefused ? '看看现在怎样' : '撤回'}
          onClose={close}
          onConfirm={() => {
            if (isRefused) close();
            else void withdraw();
          }}
        >
          {write.error?.sentence ?? takingBackWords({ until, isAgain: isAgain(receipt) }, now())}
        </Dialog>
      ) : null}
    </>
  );
}
