import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './bar.scss';

interface StickyBarProps {
  /** What is missing, or what comes next. */
  readonly title: string;
  readonly note?: string;
  /** At most one secondary button, then the primary one. */
  readonly children: ReactNode;
}

/** Stays at the bottom: at the left what is missing, at the right what can be done. Never disabled. */
export function StickyBar({ title, note, children }: StickyBarProps) {
  return (
    <View className="sticky-bar">
      <View className="sticky-bar-words" aria-live="polite">
        <View className="t-s is-bold">{title}</View>
        {note === undefined ? null : <View className="t-xs c-ink-2">{note}</View>}
      </View>
      <View className="sticky-bar-verbs">{children}</View>
    </View>
  );
}

interface SaveLineProps {
  readonly icon: 'cloud' | 'cloud-off' | 'cloud-up' | 'info';
  readonly text: string;
  readonly isWarning?: boolean;
  readonly aside?: ReactNode;
}

/** Where the text is kept right now; always in sight while one writes. */
export function SaveLine({ icon, text, isWarning = false, aside }: SaveLineProps) {
  return (
    <View className={`save-line t-s ${isWarning ? 'c-soon is-bold' : 'c-ink-2'}`}>
      <View className="save-line-words" {...(IS_BROWSER ? { role: 'status' } : {})} aria-live="polite">
        <View className={`icon icon-${icon} save-line-icon`} aria-hidden="true" />
        <View>{text}</View>
      </View>
      {aside === undefined ? null : <View className="save-line-aside c-ink-2">{aside}</View>}
    </View>
  );
}
