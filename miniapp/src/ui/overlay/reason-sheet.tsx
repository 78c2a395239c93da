import { isBlank, isLongerThan } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import type { Write } from '../../platform/query/use-write';
import { Button } from '../button/button';
import { TextField } from '../field/field';
import { Sheet } from './dialog';

interface ReasonSheetProps {
  readonly title: string;
  readonly verb: string;
  /** What to know before; a warning may stand there too. */
  readonly hint: ReactNode;
  /** What is chosen beside the reason, between both. */
  readonly choice?: ReactNode;
  /** 理由, with who reads it. */
  readonly label: string;
  readonly limit: number;
  /** What is said when none was written; null where none is needed. */
  readonly missing: string | null;
  readonly write: Pick<Write, 'isSending' | 'error'>;
  readonly onSend: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a reason; what was typed stays when sending fails. */
export function ReasonSheet(props: ReasonSheetProps) {
  const { title, verb, hint, choice, label, limit, missing, write, onSend, onClose } = props;
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const send = () => {
    const tooLong = isLongerThan(reason, limit) ? `最多${String(limit)}个字，请写短些。` : null;
    const found = isBlank(reason) ? missing : tooLong;
    setFault(found);
    if (found === null) void onSend(reason);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <View className="t-s c-ink-2 below-1">{hint}</View>
      {choice}
      <TextField
        label={label}
        initial=""
        lines="many"
        error={fault ?? write.error?.sentence ?? null}
        onType={(text) => {
          setReason(text);
          setFault(null);
        }}
      />
      <View className="below-3">
        <Button isBlock onPress={send}>
          {write.isSending ? '正在办，请别关' : verb}
        </Button>
      </View>
    </Sheet>
  );
}
