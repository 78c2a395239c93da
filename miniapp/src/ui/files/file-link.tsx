import { sizeWords } from '@jiannuo/shared/kernel';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openFile } from '../../platform/files/open-file';
import { Icon, type IconName } from '../icon/icon';
import { factsInLine } from '../ideographic-space';
import { Pressable } from '../pressable/pressable';
import './file-link.scss';
import { fileTypeWords } from './file-type';

interface FileLinkProps {
  readonly file: Pick<AttachmentView, 'id' | 'name' | 'bytes' | 'isReserved'>;
  /** What people call it, when that is not the name of the file. */
  readonly title?: string;
  /** 原件, 照片: what kind of thing opens, for who hears it. */
  readonly kindName: string;
  readonly icon: IconName;
}

/** Opens a file that the server keeps; says its kind and size beforehand, and in its place when it did not open. */
export function FileLink({ file, title = file.name, kindName, icon }: FileLinkProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const facts = factsInLine(fileTypeWords(file.name), sizeWords(file.bytes));
  const open = async () => {
    setHasFailed(false);
    setHasFailed(!(await openFile(`/api/attachments/${file.id}`, file.name, file.isReserved)));
  };
  return (
    <View className="file-link">
      <Pressable
        role="link"
        className="file-link-words t-s"
        label={`打开${kindName}，${title}，${facts}`}
        onPress={() => void open()}
      >
        <Icon name={icon} size="small" className="c-brand" />
        <View className="file-link-name c-brand gap-1">{title}</View>
        <View className="file-link-facts c-ink-2">{facts}</View>
      </Pressable>
      <View className="t-s c-late" aria-live="polite">
        {hasFailed ? '没打开这份文件。请看看网络，再点一次。文件还在，没有丢。' : ''}
      </View>
    </View>
  );
}
