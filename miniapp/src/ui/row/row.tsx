import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { hanging } from '../heading/heading';
import { Icon, type IconName } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './row.scss';
import { unbroken } from './unbroken';

interface RowProps {
  readonly title: ReactNode;
  /** Stands above the title: due chip and date. */
  readonly above?: ReactNode;
  /** Stands below the title: state and source. */
  readonly below?: ReactNode;
  /** Stands at the right end, before the chevron; with large text below. */
  readonly aside?: ReactNode;
  readonly icon?: IconName;
  readonly isStrong?: boolean;
  readonly isUnread?: boolean;
  /** Without a way on, keeps the chevron's place free. */
  readonly keepsPlace?: boolean;
  readonly onPress?: () => void;
  readonly label?: string;
}

function Lead({ icon, isUnread }: Pick<RowProps, 'icon' | 'isUnread'>) {
  if (icon !== undefined) return <Icon name={icon} size="large" className="list-row-icon c-ink-2" />;
  if (isUnread === undefined) return null;
  return <View className={`list-row-dot ${isUnread ? 'is-unread' : ''}`} aria-label={isUnread ? '还没看' : ''} />;
}

/** Where other rows of the list have a chevron, this one leaves its place, so that what stands before it lines up. */
function Chevronless({ keepsPlace }: { readonly keepsPlace: boolean }) {
  return keepsPlace ? <View className="list-row-no-chevron" /> : null;
}

/** What a sentence has and a name has not: it may break anywhere, or its first lines end far too early. */
const SENTENCE = /[，。；：]/;
/** Words longer than this do not stand in a phone's line beside a state, in characters; they break as a sentence does. */
const LONGEST_NAME = 12;

function breaking(words: ReactNode): string {
  if (typeof words !== 'string') return '';
  return SENTENCE.test(words) || words.length > LONGEST_NAME ? 'is-sentence' : '';
}

/** What a row is about; an opening quote or bracket hangs, as at a heading's start. */
function Title({ title, isStrong }: { readonly title: ReactNode; readonly isStrong: boolean }) {
  const hangs = typeof title === 'string' ? hanging(title) : '';
  return <View className={`${isStrong ? 't-strong' : 't-body'} ${hangs} ${breaking(title)}`}>{unbroken(title)}</View>;
}

function RowBody(props: RowProps) {
  const { title, above, below, aside, isStrong = true, onPress, keepsPlace = false } = props;
  const { isTight } = useDisplay();
  const isBeside = aside !== undefined && !isTight;
  return (
    <>
      <Lead {...props} />
      <View className="list-row-text grow">
        {above === undefined ? null : <View className="list-row-line t-s c-ink-2">{unbroken(above)}</View>}
        <Title title={title} isStrong={isStrong} />
        {below === undefined ? null : (
          <View className={`list-row-line t-s c-ink-2 ${breaking(below)}`}>{unbroken(below)}</View>
        )}
        {isTight ? aside : null}
      </View>
      {isBeside ? <View className="list-row-aside">{aside}</View> : null}
      {onPress === undefined ? (
        <Chevronless keepsPlace={keepsPlace} />
      ) : (
        <Icon name="right" className="list-row-chevron c-ink-3" />
      )}
    </>
  );
}

/** One line of a list; the whole row taps. The line under it starts at the text and ends at the card's edge. */
export function Row(props: RowProps) {
  const { onPress, label, icon, isUnread } = props;
  const className = `list-row ${icon === undefined ? '' : 'has-icon'} ${isUnread === undefined ? '' : 'has-dot'}`;
  if (onPress === undefined) {
    return (
      <View className={className}>
        <RowBody {...props} />
      </View>
    );
  }
  return (
    <Pressable className={className} onPress={onPress} {...(label === undefined ? {} : { label })}>
      <RowBody {...props} />
    </Pressable>
  );
}

interface FactRow {
  readonly label: string;
  readonly value: ReactNode;
}

/** Facts as label and value, 44 a row: receipts, bindings. */
export function ReceiptRows({
  rows,
  isStacked = false,
}: {
  readonly rows: readonly FactRow[];
  readonly isStacked?: boolean;
}) {
  return (
    <View className={`facts ${isStacked ? 'is-stacked' : ''}`}>
      {rows.map(({ label, value }) => (
        <View className="fact" key={label}>
          <View className="fact-label t-s c-ink-2">{label}</View>
          <View className="fact-value t-body">{value}</View>
        </View>
      ))}
    </View>
  );
}
