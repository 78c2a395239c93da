import { View } from '@tarojs/components';
import { useEffect, type ReactNode } from 'react';
import { useDisplay, type FontScale } from '../../platform/device/display';
import { namePage, type Slot } from '../../platform/navigation';
import { factsInLine } from '../ideographic-space';
import { ToastHost } from '../overlay/toast';
import { NarrowFrame } from './narrow-frame';
import './screen.scss';
import { useShell } from './shell';
import { WideFrame } from './wide-frame';

/** What a screen is made of. The narrow frame stacks it; the wide frame sets panes beside each other. */
export interface ScreenProps {
  /** A noun; the demo mark is put before it. Empty leaves the title bar blank. */
  readonly title: string;
  /** Given on the four slots' own screens: shows the tab bar instead of a way back. */
  readonly slot?: Slot;
  /** The current line of the side navigation; the slot's own unless given. */
  readonly section?: string;
  /** Stands under the title on phones, at the right end of the top bar on wide windows: the save line, filters. */
  readonly top?: ReactNode;
  /** Wide windows only: beside the title. */
  readonly titleAside?: ReactNode;
  /** Wide windows only: the pane left of the content. */
  readonly list?: ReactNode;
  /** A list of short lines, 236 wide instead of 252. */
  readonly isListNarrow?: boolean;
  /** Wide windows only: the side navigation leads away from here, so no way back is drawn. */
  readonly isTopLevel?: boolean;
  /** Wide windows only: the pane right of the content; `rail-work` is part of the work and stands on the surface. */
  readonly rail?: ReactNode;
  readonly isRailWork?: boolean;
  /** Stays at the bottom, over the content. */
  readonly bar?: ReactNode;
  /** The content stands on the surface rather than on the page colour (wide windows). */
  readonly isOnSurface?: boolean;
  readonly children: ReactNode;
}

const SCALE_CLASS: Record<FontScale, string> = { 1: 'fs-1', 1.15: 'fs-2', 1.3: 'fs-3' };

/** One screen of the program, with its title, its ways on and its content. */
export function Screen(props: ScreenProps) {
  const { fontScale, isWide, isTight } = useDisplay();
  const { isDemo } = useShell();
  const title = isDemo && !isWide ? factsInLine('演示', props.title) : props.title;
  useEffect(() => {
    namePage(title === '' ? '践诺通' : title);
  }, [title]);
  const place = IS_BROWSER ? 'in-browser' : 'in-wechat';
  const shape = isWide ? 'is-wide' : 'is-narrow';
  const Frame = isWide ? WideFrame : NarrowFrame;
  return (
    <View className={`screen ${place} ${shape} ${isTight ? 'is-tight' : ''} ${SCALE_CLASS[fontScale]}`}>
      <Frame {...props} title={title} />
      <ToastHost />
    </View>
  );
}
