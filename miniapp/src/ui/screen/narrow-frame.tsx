import { Text, View } from '@tarojs/components';
import { goBack, openSlot, type Slot } from '../../platform/navigation';
import { Heading } from '../heading/heading';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import { OfflineBand } from './offline-band';
import type { ScreenProps } from './screen-props';
import { useShell } from './shell';

const NAVIGATION = IS_BROWSER ? { role: 'navigation', 'aria-label': '主要栏目' } : {};
const MAIN = IS_BROWSER ? { role: 'main', tabIndex: 0 } : {};

/** In a browser nobody draws a title bar, so we do; inside WeChat it is WeChat's own. */
function TitleBar({ title, hasBack }: { readonly title: string; readonly hasBack: boolean }) {
  if (!IS_BROWSER) return null;
  return (
    <View className="title-bar">
      <View className="title-bar-end">
        {hasBack ? (
          <Pressable className="title-bar-back" label="返回" onPress={goBack}>
            <Icon name="left" size="large" />
          </Pressable>
        ) : null}
      </View>
      <Heading level={1} className="title-bar-title">
        {title}
      </Heading>
      <View className="title-bar-end" />
    </View>
  );
}

/** The count on a slot; more than 99 is said as such. */
export function Badge({ count }: { readonly count: number }) {
  return count === 0 ? null : <Text className="badge">{count > 99 ? '99+' : String(count)}</Text>;
}

function TabBar({ current }: { readonly current: Slot }) {
  const { tabs } = useShell();
  return (
    <View className="tab-bar" {...NAVIGATION}>
      {tabs.map(({ slot, label, icon, badge }) => (
        <Pressable
          key={slot}
          role="link"
          className={`tab ${slot === current ? 'is-current' : ''}`}
          isCurrent={slot === current}
          {...(badge === 0 ? {} : { label: `${label}${String(badge)}件没看` })}
          onPress={() => {
            if (slot !== current) openSlot(slot);
          }}
        >
          <Icon name={icon} size="large" />
          <View className="tab-label">{label}</View>
          <Badge count={badge} />
        </Pressable>
      ))}
    </View>
  );
}

/** Phones and narrow windows: one column, at most 560 wide, with the bar or the tabs at the bottom. */
export function NarrowFrame({ title, slot, top, bar, offlineWords, children }: ScreenProps) {
  return (
    <>
      <TitleBar title={title} hasBack={slot === undefined && title !== ''} />
      {top === undefined ? null : <View className="screen-top">{top}</View>}
      <OfflineBand {...(offlineWords === undefined ? {} : { words: offlineWords })} />
      <View className="screen-body" {...MAIN}>
        <View className="screen-column">{children}</View>
      </View>
      {bar === undefined ? null : (
        <View className={`screen-bar ${slot === undefined ? '' : 'is-over-tabs'}`}>{bar}</View>
      )}
      {slot === undefined ? null : <TabBar current={slot} />}
    </>
  );
}
