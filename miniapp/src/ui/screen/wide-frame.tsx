import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { demoAccount } from '../../platform/account';
import { goBack, hasPageBehind, openSlot } from '../../platform/navigation';
import { Brand } from '../brand/brand';
import { Heading } from '../heading/heading';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import { DemoMark } from '../status/status-word';
import { OfflineBand } from './offline-band';
import type { ScreenProps } from './screen-props';
import { useShell, type SideItem } from './shell';

const NAVIGATION = IS_BROWSER ? { role: 'navigation', 'aria-label': '主要栏目' } : {};
const MAIN = IS_BROWSER ? { role: 'main' } : {};

/** Panes scroll on their own; the keyboard reaches them. */
function Pane({
  className,
  label,
  children,
}: {
  readonly className: string;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const reach = IS_BROWSER && label !== undefined ? { tabIndex: 0, role: 'region', 'aria-label': label } : {};
  return (
    <View className={`pane ${className}`} {...reach}>
      {children}
    </View>
  );
}

interface SideLineProps {
  readonly item: SideItem;
  readonly current: string | undefined;
}

/** A line of the side navigation, and under it its parts while one is in one of them. */
function SideLine({ item, current }: SideLineProps) {
  const { id, label, icon, badge, open, parts } = item;
  const isWithin = parts.some((part) => part.id === current);
  const isCurrent = id === current && !isWithin;
  return (
    <>
      <Pressable
        role="link"
        className={`side-item ${isCurrent ? 'is-current' : ''} ${isWithin ? 'is-within' : ''}`}
        isCurrent={isCurrent}
        onPress={open}
      >
        <Icon name={icon} className="side-icon" />
        <View className="grow">{label}</View>
        {badge === 0 ? null : <View className="side-count t-xs">{String(badge)}</View>}
      </Pressable>
      {isWithin
        ? parts.map((part) => (
            <Pressable
              key={part.id}
              role="link"
              className={`side-item is-part ${part.id === current ? 'is-current' : ''}`}
              isCurrent={part.id === current}
              onPress={part.open}
            >
              <View className="grow">{part.label}</View>
            </Pressable>
          ))
        : null}
    </>
  );
}

function SideNavigation({ current }: { readonly current: string | undefined }) {
  const { side, unitName, roleName, isDemo } = useShell();
  if (side.length === 0) return null;
  return (
    <View className="side" {...NAVIGATION}>
      <Brand />
      {isDemo ? <DemoMark /> : null}
      <View className="side-items">
        {side.map((item) => (
          <SideLine key={item.id} item={item} current={current} />
        ))}
      </View>
      <View className="side-who">
        <View className="t-s is-bold">{unitName}</View>
        <View className="t-xs c-ink-2">{roleName}</View>
        <Pressable
          role="link"
          className={`side-settings t-s ${current === 'me' ? 'c-brand is-bold' : 'c-ink-2'}`}
          isCurrent={current === 'me'}
          onPress={() => {
            openSlot('me');
          }}
        >
          <Icon name="settings" size="small" />
          <View className="gap-2">设置</View>
        </Pressable>
      </View>
    </View>
  );
}

function TopBar({ title, titleAside, top, slot, isTopLevel = false }: ScreenProps) {
  const isAlone = useShell().side.length === 0;
  return (
    <View className="top-bar">
      {slot === undefined && !isTopLevel && hasPageBehind() ? (
        <Pressable className="top-bar-back" label="返回" onPress={goBack}>
          <Icon name="left" />
        </Pressable>
      ) : null}
      <Heading level={1} className="t-1">
        {title}
      </Heading>
      <View className="top-bar-aside">
        {titleAside}
        {isAlone && demoAccount() !== null ? <DemoMark /> : null}
      </View>
      <View className="top-bar-end">{top}</View>
    </View>
  );
}

function ListPane({ list, isListNarrow = false }: ScreenProps) {
  if (list === undefined) return null;
  return (
    <Pane className={isListNarrow ? 'pane-list is-narrow-list' : 'pane-list'} label="目录">
      {list}
    </Pane>
  );
}

function RailPane({ rail, isRailWork = false }: ScreenProps) {
  if (rail === undefined) return null;
  return (
    <Pane className={`pane-rail ${isRailWork ? 'is-surface' : ''}`} label="旁边的资料">
      {rail}
    </Pane>
  );
}

function PaperPane({ paper }: ScreenProps) {
  if (paper === undefined) return null;
  return (
    <Pane className="pane-paper" label="发出去的样子">
      {paper}
    </Pane>
  );
}

function WorkPane({ isOnSurface = false, bar, children }: ScreenProps) {
  return (
    <View className={`wide-work ${isOnSurface ? 'is-surface' : ''}`} {...MAIN}>
      <Pane className="pane-content" label="内容">
        <View className="pane-inner">{children}</View>
      </Pane>
      {bar === undefined ? null : <View className="wide-bar">{bar}</View>}
    </View>
  );
}

/** At least 960 wide: side navigation 200, top bar 64, then list, content and rail beside each other. */
export function WideFrame(props: ScreenProps) {
  const { title, slot, section, offlineWords } = props;
  const isAlone = useShell().side.length === 0;
  return (
    <View className="wide">
      <SideNavigation current={section ?? slot} />
      <View className={isAlone ? 'wide-main is-alone' : 'wide-main'}>
        {title === '' ? null : <TopBar {...props} />}
        <OfflineBand {...(offlineWords === undefined ? {} : { words: offlineWords })} />
        <View className="panes">
          <ListPane {...props} />
          <WorkPane {...props} />
          <RailPane {...props} />
          <PaperPane {...props} />
        </View>
      </View>
    </View>
  );
}
