import { createContext, useContext, type ReactNode } from 'react';
import type { Slot } from '../../platform/navigation';
import type { IconName } from '../icon/icon';

/** One of the four slots of the tab bar, named for the role that is signed in. */
export interface TabItem {
  readonly slot: Slot;
  readonly label: string;
  readonly icon: IconName;
  readonly badge: number;
}

/** A page that the side navigation leads to. */
export interface SidePart {
  readonly id: string;
  readonly label: string;
  readonly open: () => void;
}

/** One line of the side navigation on wide windows; its parts stand under it while one is in it. */
export interface SideItem extends SidePart {
  readonly icon: IconName;
  readonly badge: number;
  readonly parts: readonly SidePart[];
}

/** What every screen shows around its content: where one can go, who is signed in, whether it is a demo. */
export interface ShellValue {
  readonly tabs: readonly TabItem[];
  readonly side: readonly SideItem[];
  readonly unitName: string;
  readonly roleName: string;
  /** Whether this person fills forms in, which are then kept on the device. */
  readonly fillsIn: boolean;
  readonly isDemo: boolean;
}

const NOBODY: ShellValue = { tabs: [], side: [], unitName: '', roleName: '', fillsIn: false, isDemo: false };
const ShellContext = createContext<ShellValue>(NOBODY);

/** Gives the screens below what to show around their content. */
export function ShellProvider({ value, children }: { readonly value: ShellValue; readonly children: ReactNode }) {
  return <ShellContext.Provider value={value}>{children}</ShellContext.Provider>;
}

/** What the screen shows around its content. */
export function useShell(): ShellValue {
  return useContext(ShellContext);
}
