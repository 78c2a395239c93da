import { View } from '@tarojs/components';
import type { ReactNode } from 'react';

interface HeadingProps {
  readonly level: 1 | 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
}

const HANGING = ['“', '（', '《', '「'];

/** A heading that screen readers can jump to; an opening quote or bracket at its start hangs into the margin. */
export function Heading({ level, children, className = '' }: HeadingProps) {
  const first = typeof children === 'string' ? children.charAt(0) : '';
  const role = IS_BROWSER ? { role: 'heading', 'aria-level': String(level) } : {};
  return (
    <View className={`${className} ${HANGING.includes(first) ? 'hangs' : ''}`} {...role}>
      {children}
    </View>
  );
}
