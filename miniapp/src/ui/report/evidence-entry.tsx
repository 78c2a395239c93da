import { View } from '@tarojs/components';
import { Icon, type IconName } from '../icon/icon';
import { factsInLine } from '../ideographic-space';
import { Pressable } from '../pressable/pressable';
import './report.scss';

/** How far a file is: none asked for, on its way, there, or not arrived. */
export type EvidenceFile =
  | { readonly kind: 'name-only' }
  | { readonly kind: 'uploading'; readonly percent: number }
  | { readonly kind: 'attached'; readonly size: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly isRefused?: boolean };

interface EvidenceEntryProps {
  readonly title: string;
  readonly kindName: string;
  readonly icon: IconName;
  readonly file: EvidenceFile;
  readonly onOpen?: () => void;
  readonly onMore?: () => void;
  readonly onRetry?: () => void;
  /** Picks another file: the way on when this one was refused. */
  readonly onReplace?: () => void;
}

function fileWords(file: EvidenceFile): string {
  switch (file.kind) {
    case 'name-only':
      return '只列名称';
    case 'uploading':
      return `正在传 ${String(file.percent)}%`;
    case 'attached':
      return `已附 ${file.size}`;
    case 'failed':
      return '没传上';
  }
}

/** One piece of evidence: kind, name, and whether a file is with it. A name alone is complete. */
export function EvidenceEntry({ title, kindName, icon, file, onOpen, onMore, onRetry, onReplace }: EvidenceEntryProps) {
  const isRefused = file.kind === 'failed' && file.isRefused === true && onReplace !== undefined;
  const onAgain = isRefused ? onReplace : onRetry;
  const words = (
    <>
      <View className="t-body evidence-title">{title === '' ? '还没写名称' : title}</View>
      <View className={`t-s row ${file.kind === 'failed' ? 'c-late' : 'c-ink-2'}`}>
        {file.kind === 'failed' ? <Icon name="late" size="small" className="evidence-late" /> : null}
        {factsInLine(kindName, fileWords(file))}
      </View>
      {file.kind === 'failed' ? <View className="t-xs c-ink-2">{file.reason}</View> : null}
    </>
  );
  return (
    <View className="evidence">
      <Icon name={icon} className="evidence-icon c-ink-2" />
      {onOpen === undefined ? (
        <View className="evidence-text grow">{words}</View>
      ) : (
        <Pressable className="evidence-text grow" onPress={onOpen}>
          {words}
        </Pressable>
      )}
      {file.kind === 'failed' && onAgain !== undefined ? (
        <Pressable className="evidence-retry t-s c-brand" onPress={onAgain}>
          {isRefused ? '换一份' : '再传'}
        </Pressable>
      ) : null}
      {onMore === undefined ? null : (
        <Pressable className="evidence-more" label={`${title}，更多`} onPress={onMore}>
          <Icon name="more" className="c-ink-2" />
        </Pressable>
      )}
    </View>
  );
}
