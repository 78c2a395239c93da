import { LEDGER_LIMITS, type ImportPreview } from '@jiannuo/shared/ledger';
import type { SheetFault } from '@jiannuo/shared/sheets';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ChosenFile } from '../../platform/files/choose-files';
import { uploadFile } from '../../platform/files/upload-file';
import { asApiError } from '../../platform/http/api-error';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { Button } from '../../ui/button/button';
import { FieldError, TextField } from '../../ui/field/field';
import { FilePicker } from '../../ui/files/file-picker';
import { Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { StatusWord } from '../../ui/status/status-word';
import { importPlan } from './api/import-plan.api';
import { previewImport } from './api/preview-import.api';

interface ImportSheetProps {
  readonly year: number;
  readonly onClose: () => void;
}

interface Looked {
  readonly attachmentId: string;
  readonly preview: ImportPreview;
}

/** Lines shown of a long list; the rest is counted. */
const SHOWN = 60;
const KINDS = { added: '新增', changed: '修改', removed: '去掉' } as const;

/** Sends a chosen file and asks what its import would change. */
function useLook(year: number) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isReading, setIsReading] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const look = async (file: ChosenFile) => {
    setLooked(null);
    setError(null);
    setIsReading(true);
    try {
      const { id } = await uploadFile(file);
      setLooked({ attachmentId: id, preview: await previewImport(year, id) });
    } catch (failure) {
      setError(asApiError(failure).sentence);
    } finally {
      setIsReading(false);
    }
  };
  return { looked, isReading, error, look };
}

/** Imports the year's plan: pick, look at what will change, say why, import. Nothing is half imported. */
export function ImportSheet({ year, onClose }: ImportSheetProps) {
  const { looked, isReading, error, look } = useLook(year);
  const [isPicking, setIsPicking] = useState(false);
  const pick = (choice: boolean) => () => {
    setIsPicking(choice);
  };
  if (isPicking) return <FilePicker onClose={pick(false)} onPicked={(file) => void look(file)} />;
  return (
    <Sheet title={`导入${String(year)}年台账`} onClose={onClose}>
      {isReading ? <View className="t-body c-ink-2">正在核对，还没有导入。</View> : null}
      {error === null ? null : <FieldError>{error}</FieldError>}
      {looked === null ? null : <LookedPart year={year} looked={looked} onClose={onClose} />}
      {isReading ? null : <PickPart isFirst={looked === null && error === null} onPick={pick(true)} />}
    </Sheet>
  );
}

function PickPart({ isFirst, onPick }: { readonly isFirst: boolean; readonly onPick: () => void }) {
  if (!isFirst) {
    return (
      <Button look="link" onPress={onPick}>
        换一份文件
      </Button>
    );
  }
  return (
    <>
      <View className="t-body c-ink-2 below-3">先核对，再导入。有一处不对，就一处都不导入。表样可以先导出。</View>
      <View className="ledger-send">
        <Button isBlock onPress={onPick}>
          选Excel文件
        </Button>
      </View>
    </>
  );
}

function LookedPart({ year, looked, onClose }: ImportSheetProps & { readonly looked: Looked }) {
  const { preview } = looked;
  if (preview.faults.length > 0) return <Faults faults={preview.faults} />;
  if (preview.changes.length === 0) return <StatusWord shape="done">和现在的台账一样，没有要改的</StatusWord>;
  return <Changes year={year} looked={looked} onClose={onClose} />;
}

function placeOf({ row, column }: SheetFault): string {
  return [row === null ? '整张表' : `第${String(row)}行`, column].filter((part) => part !== null).join('，');
}

function Faults({ faults }: { readonly faults: readonly SheetFault[] }) {
  return (
    <View className="import-list">
      <StatusWord shape="late" isBold>{`没有导入，有${String(faults.length)}处要改`}</StatusWord>
      {faults.slice(0, SHOWN).map((fault) => (
        <View className="import-line t-s" key={`${placeOf(fault)}${fault.reason}`}>
          <View className="import-place is-bold">{placeOf(fault)}</View>
          <View className="grow">{fault.reason}</View>
        </View>
      ))}
      {faults.length > SHOWN ? (
        <View className="t-s c-ink-2">{`还有${String(faults.length - SHOWN)}处没有列出。`}</View>
      ) : null}
    </View>
  );
}

function Changes({ year, looked, onClose }: ImportSheetProps & { readonly looked: Looked }) {
  const { added, changed, removed, unchanged, changes } = looked.preview;
  const write = useWrite(QUERY_KEYS.ledger);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const error = missing ?? write.error?.sentence ?? null;
  const send = async () => {
    const isMissing = reason.trim() === '';
    setMissing(isMissing ? '请写明原因，一句话就行。' : null);
    if (isMissing) return;
    const { attachmentId, preview } = looked;
    const body = { year, attachmentId, planRevision: preview.planRevision, reason: reason.trim() };
    if ((await write.run(body, (key) => importPlan(body, key))) === null) return;
    showToast('台账导入了');
    onClose();
  };
  return (
    <>
      <View className="t-strong">
        {`新增${String(added)}项，修改${String(changed)}项，去掉${String(removed)}项，没变${String(unchanged)}项`}
      </View>
      <View className="import-list">
        {changes.slice(0, SHOWN).map(({ kind, number, unitName, title, words }) => (
          <View className="import-line t-s" key={`${kind}${String(number)}${unitName}${title}`}>
            <View className="import-place is-bold">{`${KINDS[kind]}　${unitName}`}</View>
            <View className="grow">
              <View>{title}</View>
              {words.map((word) => (
                <View className="c-ink-2" key={word}>
                  {word}
                </View>
              ))}
            </View>
          </View>
        ))}
        {changes.length > SHOWN ? (
          <View className="t-s c-ink-2">{`还有${String(changes.length - SHOWN)}项没有列出。`}</View>
        ) : null}
      </View>
      <TextField
        label="为什么改"
        initial=""
        maximum={LEDGER_LIMITS.reason}
        note="和文件一起留底。"
        onType={setReason}
      />
      {error === null ? null : <FieldError>{error}</FieldError>}
      <View className="ledger-send">
        <Button isBlock onPress={() => void send()}>
          {write.isSending ? '正在导入，请别关' : '导入'}
        </Button>
      </View>
    </>
  );
}
