import { ChoiceField } from '../../ui/field/choice-field';
import { useNotices } from './api/load-notices.api';

interface EarlierProps {
  readonly value: string | null;
  readonly onChoose: (noticeId: string) => void;
}

/** The notice that was issued before and is not met, chosen among the latest. */
export function EarlierField({ value, onChoose }: EarlierProps) {
  const { data } = useNotices(null);
  const issued = (data?.rows ?? []).filter(({ state, isConfidential }) => state === 'issued' && !isConfidential);
  const chosen = issued.find(({ id }) => id === value);
  const words = chosen === undefined ? '选是哪一份' : `${chosen.number}　${chosen.title}`;
  return (
    <ChoiceField
      label="前一份通知"
      words={words}
      {...(issued.length === 0 ? { note: '还没有签发过的通知。' } : {})}
      verbs={issued.map(({ id, number, title }) => ({
        label: number,
        note: title,
        onPress: () => {
          onChoose(id);
        },
      }))}
    />
  );
}
