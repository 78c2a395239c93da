import { View } from '@tarojs/components';

const PRODUCT = '践诺通';

/** The working group's name under the product's; nothing where the installation names no group of its own. */
export function GroupName({ name }: { readonly name: string }) {
  return name === PRODUCT || name === '' ? null : <View className="t-body c-ink-2">{name}</View>;
}
