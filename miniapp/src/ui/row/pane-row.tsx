import type { ReactNode } from 'react';
import { Pressable } from '../pressable/pressable';
import './row.scss';

interface PaneRowProps {
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

/** A line of the list beside what is open, on wide windows. */
export function PaneRow({ isOpen, onOpen, children }: PaneRowProps) {
  return (
    <Pressable className={`pane-row ${isOpen ? 'is-open' : ''}`} isCurrent={isOpen} onPress={onOpen}>
      {children}
    </Pressable>
  );
}
