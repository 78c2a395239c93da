import { View } from '@tarojs/components';
import { StatusWord, type StatusShape } from '../../../ui/status/status-word';
import { useDraftValue } from '../draft/use-draft';
import { useForm } from './form-context';
import { HeadingSection } from './heading-section';
import { LineList } from './line-list';
import { sectionStateOf, type Section } from './sections';
import { SignOff } from './sign-off';

/** How far a section is, drawn anew only when that changes. */
export function SectionWord({ sectionId }: { readonly sectionId: string }) {
  const { form } = useForm();
  const words = useDraftValue((keeper) => {
    const { shape, text } = sectionStateOf(keeper.content, form, sectionId);
    return `${shape} ${text}`;
  });
  const [shape = 'none', text = ''] = words.split(' ');
  if (shape === 'none') return <View className="t-s c-ink-2">{text}</View>;
  return (
    <StatusWord shape={shape as StatusShape} isBold>
      {text}
    </StatusWord>
  );
}

/** What one section asks for. */
export function SectionBody({ section }: { readonly section: Section }) {
  if (section.heading !== null) return <HeadingSection heading={section.heading} />;
  return section.id === 'signOff' ? <SignOff /> : <LineList list={section.id === 'problems' ? 'problems' : 'plans'} />;
}
