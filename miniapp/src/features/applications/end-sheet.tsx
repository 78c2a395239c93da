import type { ApplicationView } from '@jiannuo/shared/applications';
import { WORK_UPDATE_LIMITS } from '@jiannuo/shared/information';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { useState } from 'react';
import { Choice } from '../../ui/field/choice';
import { ReasonSheet } from '../../ui/overlay/reason-sheet';
import { endApplication } from './api/end-application.api';
import { useDeciding } from './use-deciding';

interface EndSheetProps {
  readonly application: ApplicationView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The sheet in which the lead unit lets an application stop to count from a month on. */
export function EndSheet({ application: { id, endMonths }, onClose, onDone }: EndSheetProps) {
  const write = useDeciding();
  const [chosen, setChosen] = useState<Period | null>(null);
  const fromPeriod = chosen ?? endMonths[0] ?? '';
  const send = async (reason: string) => {
    const body = { fromPeriod, reason };
    if ((await write.run([id, 'end', body], (key) => endApplication(id, body, key))) !== null) onDone();
  };
  return (
    <ReasonSheet
      title="停止记分"
      verb="停止记分"
      hint="以前的月份不变，从选的月份起不再记分，也不用再确认。"
      choice={
        <Choice
          label="从哪个月起停止"
          options={endMonths.map((value) => ({ value, label: formatPeriod(value) }))}
          value={fromPeriod}
          onChoose={setChosen}
        />
      }
      label="理由，单位看得到"
      limit={WORK_UPDATE_LIMITS.reason}
      missing="请写明理由，这家单位看得到。"
      write={write}
      onSend={send}
      onClose={onClose}
    />
  );
}
