import { View } from '@tarojs/components';
import { hanging, Heading } from '../../../ui/heading/heading';
import { Pressable } from '../../../ui/pressable/pressable';
import './form.scss';
import { SectionWord } from './section-parts';
import type { Section } from './sections';

interface SectionListProps {
  readonly sections: readonly Section[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

function Line({
  section,
  isCurrent,
  onPress,
}: {
  readonly section: Section;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
}) {
  const isPart = section.heading === null;
  const title = isPart ? `${section.ordinal}${section.shortTitle}` : section.shortTitle;
  return (
    <Pressable role="link" className={`section-line ${isCurrent ? 'is-current' : ''}`} onPress={onPress}>
      {isPart ? null : <View className="section-line-ordinal">{section.ordinal}</View>}
      <View className={`section-line-title ${hanging(title)}`}>{title}</View>
      <SectionWord sectionId={section.id} />
    </Pressable>
  );
}

/** The sections as a list, left of the form on wide windows. */
export function SectionList({ sections, current, onChoose }: SectionListProps) {
  const shown = current ?? sections[0]?.id;
  const line = (section: Section) => (
    <Line
      key={section.id}
      section={section}
      isCurrent={section.id === shown}
      onPress={() => {
        onChoose(section.id);
      }}
    />
  );
  return (
    <View>
      <Heading level={2} className="sections-caption t-xs c-ink-2">
        一、工作完成情况
      </Heading>
      {sections.filter(({ heading }) => heading !== null).map(line)}
      <View className="sections-rule" />
      {sections.filter(({ heading }) => heading === null).map(line)}
    </View>
  );
}
