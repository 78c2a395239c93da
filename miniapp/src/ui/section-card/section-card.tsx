import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { hanging, Heading } from '../heading/heading';
import { Icon } from '../icon/icon';
import { Pressable } from '../pressable/pressable';
import './section-card.scss';

interface SectionCardProps {
  readonly id: string;
  /** `（八）`, or empty for the parts without a number. */
  readonly ordinal: string;
  readonly title: string;
  /** What stands there while the section is closed. */
  readonly shortTitle: string;
  /** How far it is: 2条, 没填, 本月无. */
  readonly state: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** One part of a form; closed it is a line of 56, and its content is not drawn at all. */
export function SectionCard({ id, ordinal, title, shortTitle, state, isOpen, onToggle, children }: SectionCardProps) {
  const shown = isOpen ? title : shortTitle;
  return (
    <View className={`section ${isOpen ? 'is-open' : ''}`} id={id}>
      <Heading level={2}>
        <Pressable className="section-head" isExpanded={isOpen} onPress={onToggle}>
          <View className={`section-title ${isOpen ? 't-2' : 't-body'}`}>
            {ordinal === '' ? null : <View className={`section-ordinal ${hanging(ordinal)}`}>{ordinal}</View>}
            <View className={`grow ${hanging(shown)}`}>{shown}</View>
          </View>
          {isOpen ? null : <View className="section-state">{state}</View>}
          <Icon name={isOpen ? 'up' : 'down'} className="section-chevron c-ink-2" />
        </Pressable>
      </Heading>
      {isOpen ? (
        <View className="section-body" {...(IS_BROWSER ? { role: 'region', 'aria-label': `${ordinal}${title}` } : {})}>
          {children}
        </View>
      ) : null}
    </View>
  );
}
