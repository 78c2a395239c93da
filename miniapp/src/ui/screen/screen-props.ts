import type { ReactNode } from 'react';
import type { Slot } from '../../platform/navigation';

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
  /** Windows of 1100 and more only: the paper that comes of the form, beside it. */
  readonly paper?: ReactNode;
  /** What holds without network where what is sent waits for the person, not for the network. */
  readonly offlineWords?: string;
  /** Stays at the bottom, over the content. */
  readonly bar?: ReactNode;
  /** The content stands on the surface rather than on the page colour (wide windows). */
  readonly isOnSurface?: boolean;
  readonly children: ReactNode;
}
