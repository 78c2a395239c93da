import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { useDisplay, type FontScale } from '../../platform/device/display';
import { demoAccount } from '../../platform/account';
import { namePage } from '../../platform/navigation';
import { usePageShown } from '../../platform/page-events';
import { factsInLine } from '../ideographic-space';
import { ToastHost } from '../overlay/toast';
import { NarrowFrame } from './narrow-frame';
import { PageFailed } from './page-failed';
import type { ScreenProps } from './screen-props';
import './screen.scss';
import { useShell } from './shell';
import { WideFrame } from './wide-frame';

const SCALE_CLASS: Record<FontScale, string> = { 1: 'fs-1', 1.15: 'fs-2', 1.3: 'fs-3' };

/** One screen of the program, with its title, its ways on and its content. */
export function Screen(props: ScreenProps) {
  const { fontScale, isWide, isTight } = useDisplay();
  const isDemo = useShell().isDemo || demoAccount() !== null;
  const title = isDemo && !isWide && props.title !== '' ? factsInLine('演示', props.title) : props.title;
  const name = title === '' ? '践诺通' : title;
  useEffect(() => {
    namePage(name);
  }, [name]);
  // Coming back to a page, a browser's tab has lost its name.
  usePageShown(() => {
    namePage(name);
  });
  const place = IS_BROWSER ? 'in-browser' : 'in-wechat';
  const shape = isWide ? 'is-wide' : 'is-narrow';
  const Frame = isWide ? WideFrame : NarrowFrame;
  return (
    <View className={`screen ${place} ${shape} ${isTight ? 'is-tight' : ''} ${SCALE_CLASS[fontScale]}`}>
      <Frame {...props} title={title} />
      <ToastHost />
      <PageFailed />
    </View>
  );
}
