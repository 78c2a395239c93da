import { View } from '@tarojs/components';
import './icon.scss';

/** Every picture the program draws; the shapes stand in icon.scss. */
export type IconName =
  | 'todo'
  | 'report'
  | 'inbox'
  | 'person'
  | 'right'
  | 'left'
  | 'down'
  | 'up'
  | 'clock'
  | 'ring'
  | 'gap'
  | 'dash'
  | 'returned'
  | 'info'
  | 'cloud'
  | 'cloud-off'
  | 'cloud-up'
  | 'picture'
  | 'bell'
  | 'phone'
  | 'refresh'
  | 'lock'
  | 'plus'
  | 'bulletin'
  | 'file'
  | 'search'
  | 'pencil'
  | 'copy'
  | 'download'
  | 'comment'
  | 'board'
  | 'check'
  | 'bars'
  | 'flag'
  | 'calendar'
  | 'book'
  | 'units'
  | 'settings'
  | 'close'
  | 'warning'
  | 'divide'
  | 'done'
  | 'late'
  | 'doing'
  | 'more'
  | 'dot';

interface IconProps {
  readonly name: IconName;
  readonly size?: 'small' | 'normal' | 'large' | 'huge';
  readonly className?: string;
}

/** A picture beside words; it is never the only carrier of a meaning, so screen readers skip it. */
export function Icon({ name, size = 'normal', className = '' }: IconProps) {
  return <View className={`icon icon-${name} icon-${size} ${className}`} aria-hidden="true" />;
}
