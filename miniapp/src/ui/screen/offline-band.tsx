import { View } from '@tarojs/components';
import { useOnline } from '../../platform/network';
import { Icon } from '../icon/icon';
import { useShell } from './shell';

/** The band under the title of every screen while there is no network: what one fills in is safe. */
export function OfflineBand({ words }: { readonly words?: string }) {
  const { fillsIn } = useShell();
  if (useOnline()) return null;
  const safe = fillsIn ? `填的都存在${IS_BROWSER ? '这台设备' : '手机'}里，` : '';
  return (
    <View className="offline-band" {...(IS_BROWSER ? { role: 'status' } : {})} aria-live="polite">
      <Icon name="cloud-off" className="c-soon" />
      <View className="grow gap-3">
        <View className="t-s is-bold c-soon">没有网络</View>
        <View className="t-s">{words ?? `${safe}联网后自动${fillsIn ? '同步' : '更新'}。`}</View>
      </View>
    </View>
  );
}
