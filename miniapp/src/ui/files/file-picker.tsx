import { looksSecret, quoted } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { chooseFiles, type ChosenFile, type FileOrigin } from '../../platform/files/choose-files';
import { FieldError } from '../field/field';
import { Dialog, Sheet, type SheetVerb } from '../overlay/dialog';
import { refusalOf } from './refusal';

const IN_WECHAT: readonly (readonly [FileOrigin, string, SheetVerb['icon']])[] = [
  ['chat', '从聊天里选文件', 'file'],
  ['camera', '拍照', 'picture'],
  ['album', '从相册选', 'picture'],
];
const IN_BROWSER: typeof IN_WECHAT = [['chat', '从这台设备里选', 'file']];

interface FilePickerProps {
  /** Whether the file is for a matter of named persons alone. */
  readonly isReserved?: boolean;
  readonly onPicked: (file: ChosenFile) => void;
  readonly onClose: () => void;
}

/** Picks one file: says first what must not be uploaded, and asks again when the name looks like it. */
export function FilePicker({ isReserved = false, onPicked, onClose }: FilePickerProps) {
  const [doubtful, setDoubtful] = useState<ChosenFile | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const hand = (file: ChosenFile) => {
    onClose();
    onPicked(file);
  };
  const pick = async (origin: FileOrigin) => {
    const [file] = await chooseFiles(origin, 1);
    if (file === undefined) return;
    const why = refusalOf(file, isReserved);
    setRefusal(why);
    if (why !== null) return;
    if (looksSecret(file.name)) setDoubtful(file);
    else hand(file);
  };
  if (doubtful !== null) {
    return (
      <Dialog
        title="这份文件能传吗？"
        verb="不涉密，接着传"
        refusal="不传"
        onClose={onClose}
        onConfirm={() => {
          hand({ ...doubtful, isDeclared: true });
        }}
      >
        {`${quoted(doubtful.name)}看着像涉密或内部材料。涉密的不得上传，可以只写名称。`}
      </Dialog>
    );
  }
  return (
    <Sheet
      title="附上文件"
      onClose={onClose}
      verbs={(IS_BROWSER ? IN_BROWSER : IN_WECHAT).map(([origin, label, icon]) => ({
        label,
        ...(icon === undefined ? {} : { icon }),
        keepsOpen: true,
        onPress: () => void pick(origin),
      }))}
    >
      <View className="t-s c-ink-2">
        {isReserved
          ? '不得上传涉密文件。限知悉的件可传PDF和照片，最多20 MB，打开时印上水印。'
          : '不得上传涉密文件。可传Word、Excel、PDF和照片，最多20 MB。'}
      </View>
      {refusal === null ? null : <FieldError>{refusal}</FieldError>}
    </Sheet>
  );
}
