import { View } from '@tarojs/components';
import './brand.scss';

/** The mark alone: a check on a line. */
export function Mark({ size = 26 }: { readonly size?: 26 | 56 }) {
  return (
    <View className={`mark mark-${String(size)}`} aria-hidden="true">
      <View className="mark-check" />
      <View className="mark-line" />
    </View>
  );
}

/** Mark and name, at the head of the side navigation. */
export function Brand() {
  return (
    <View className="brand">
      <Mark />
      <View className="brand-name">践诺通</View>
    </View>
  );
}
