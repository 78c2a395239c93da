import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Heading } from '../heading/heading';
import './card.scss';

interface CardProps {
  readonly children: ReactNode;
  /** `rows`: the children bring their own inset. `full`: edge to edge, as form sections on a phone. `facts`: label and value rows. */
  readonly fit?: 'padded' | 'rows' | 'full' | 'facts';
  readonly className?: string;
}

/** The one level of card: a surface on the page colour, without shadow. */
export function Card({ children, fit = 'padded', className = '' }: CardProps) {
  return <View className={`card card-${fit} ${className}`}>{children}</View>;
}

/** The small heading over a card. */
export function GroupTitle({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <View className="group-title row between">
      <Heading level={2} className="t-s is-bold c-ink-2">
        {children}
      </Heading>
      {aside}
    </View>
  );
}

/** A line of explanation under a card. */
export function Footnote({ children }: { readonly children: ReactNode }) {
  return <View className="footnote t-s c-ink-2">{children}</View>;
}
