import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface HeadingProps {
  readonly level: 1 | 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
}

const HANGING = ['“', '（', '《', '「'];

/** The class by which an opening quote or bracket at a text's start hangs into the margin. */
export function hanging(text: string): string {
  return HANGING.includes(text.charAt(0)) ? 'hangs' : '';
}

/** A heading that screen readers can jump to; an opening quote or bracket at its start hangs into the margin. */
export function Heading({ level, children, className = '' }: HeadingProps) {
  const role = IS_BROWSER ? { role: 'heading', 'aria-level': String(level) } : {};
  return (
    <View className={`${className} ${typeof children === 'string' ? hanging(children) : ''}`} {...role}>
      {children}
    </View>
  );
}
