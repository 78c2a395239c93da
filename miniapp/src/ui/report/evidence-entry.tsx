import { View } from '@tarojs/components';
import { cutMiddle } from '@jiannuo/shared/kernel';
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
      return file.size === '' ? '已附' : `已附 ${file.size}`;
    case 'failed':
      return '没传上';
  }
}

function Words({ title, kindName, file }: Pick<EvidenceEntryProps, 'title' | 'kindName' | 'file'>) {
  const hasFailed = file.kind === 'failed';
  return (
    <>
      <View className="t-body evidence-title">{title === '' ? '还没写名称' : cutMiddle(title, NAME_SHOWN)}</View>
      <View className={`t-s row ${hasFailed ? 'c-late' : 'c-ink-2'}`}>
        {hasFailed ? <Icon name="late" size="small" className="evidence-late" /> : null}
        {factsInLine(kindName, fileWords(file))}
      </View>
      {hasFailed ? <View className="evidence-reason t-xs c-ink-2">{file.reason}</View> : null}
    </>
  );
}

/** The way on after a failure: send the same file again, or pick another when this one was refused. */
function Again({ file, onRetry, onReplace }: Pick<EvidenceEntryProps, 'file' | 'onRetry' | 'onReplace'>) {
  if (file.kind !== 'failed') return null;
  const other = file.isRefused === true ? onReplace : undefined;
  const onAgain = other ?? onRetry;
  return onAgain === undefined ? null : (
    <Pressable className="evidence-retry t-s c-brand" onPress={onAgain}>
      {other === undefined ? '再传' : '换一份'}
    </Pressable>
  );
}

/** About two lines on a phone; the whole name is read out, and stands where it is changed. */
const NAME_SHOWN = 34;

/** One piece of evidence: kind, name, and whether a file is with it. A name alone is complete. */
export function EvidenceEntry(props: EvidenceEntryProps) {
  const { title, icon, onOpen, onMore } = props;
  return (
    <View className="evidence">
      <Icon name={icon} className="evidence-icon c-ink-2" />
      {onOpen === undefined ? (
        <View className="evidence-text grow">
          <Words {...props} />
        </View>
      ) : (
        <Pressable className="evidence-text grow" onPress={onOpen}>
          <Words {...props} />
        </Pressable>
      )}
      <Again {...props} />
      {onMore === undefined ? null : (
        <Pressable className="evidence-more" label={`${title}，更多`} onPress={onMore}>
          <Icon name="more" className="c-ink-2" />
        </Pressable>
      )}
    </View>
  );
}
