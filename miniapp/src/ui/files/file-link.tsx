import { sizeWords } from '@jiannuo/shared/kernel';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Icon, type IconName } from '../icon/icon';
import { factsInLine } from '../ideographic-space';
import { Pressable } from '../pressable/pressable';
import './file-link.scss';
import { fileTypeWords } from './file-type';
import { openAttachment } from './open-attachment';

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
  const [failure, setFailure] = useState<string | null>(null);
  const [isWaiting, setIsWaiting] = useState(false);
  const facts = factsInLine(fileTypeWords(file.name), sizeWords(file.bytes));
  const open = async () => {
    setFailure(null);
    setIsWaiting(true);
    setFailure(await openAttachment(file));
    setIsWaiting(false);
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
      <View className={`t-s ${isWaiting ? 'c-ink-2' : 'c-late'}`} aria-live="polite">
        {isWaiting && file.isReserved === true ? '正在印水印，请稍等。' : failure}
      </View>
    </View>
  );
}
