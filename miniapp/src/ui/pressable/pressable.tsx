import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './pressable.scss';

/** What a screen reader calls a thing that can be tapped. */
export type PressableRole = 'button' | 'link' | 'tab' | 'radio' | 'checkbox' | 'menuitem';

interface PressableProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly label?: string;
  readonly role?: PressableRole;
  readonly className?: string;
  readonly isSelected?: boolean;
  readonly isExpanded?: boolean;
  /** The place one is at, among places to go. */
  readonly isCurrent?: boolean;
  readonly id?: string;
}

interface Key {
  readonly key?: string;
  readonly target?: unknown;
  readonly currentTarget?: unknown;
  preventDefault(): void;
}

const word = (value: boolean | undefined) => (value === undefined ? undefined : String(value));

/** State that goes with the role: chosen for a radio or a box, current for a tab. */
function stateOf({ role = 'button', isSelected, isExpanded, isCurrent = false }: PressableProps) {
  const isChecked = role === 'radio' || role === 'checkbox';
  return {
    ...(isChecked ? { 'aria-checked': word(isSelected) } : {}),
    ...(role === 'tab' ? { 'aria-selected': word(isSelected) } : {}),
    ...(isCurrent && IS_BROWSER ? { 'aria-current': 'page' } : {}),
    ...(isExpanded === undefined ? {} : { 'aria-expanded': word(isExpanded) }),
  };
}

/** With a keyboard, Enter and the space bar press what has the focus. */
function keyboardOf(onPress: () => void) {
  if (!IS_BROWSER) return {};
  const onKeyDown = (event: Key) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    onPress();
  };
  return { tabIndex: 0, onKeyDown };
}

/** Anything that can be tapped: finger, pointer or keyboard, with a name for those who listen. */
export function Pressable(props: PressableProps) {
  const { children, onPress, label, role = 'button', className = '', id } = props;
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`pressable ${className}`}
      hoverClass="is-pressed"
      hoverStayTime={80}
      {...(IS_BROWSER ? { role } : { 'aria-role': role })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...stateOf(props)}
      {...keyboardOf(onPress)}
      onClick={onPress}
    >
      {children}
    </View>
  );
}
