import { formatFullDate } from '@jiannuo/shared/kernel';
import type { NoticeContent } from '@jiannuo/shared/supervision';
import { ChoiceField } from '../../ui/field/choice-field';
import { useCirculars } from './api/load-circulars.api';
import { useNotices } from './api/load-notices.api';

/** What is said of the matter before: the notice, or a circular that named the shortfall. */
type Before = Pick<NoticeContent, 'earlierId' | 'link'>;

interface EarlierProps {
  readonly content: Before;
  /** Whether a circular (通报) may stand for the notice. */
  readonly takesCircular: boolean;
  readonly onChoose: (before: Before) => void;
}

interface Choice {
  readonly label: string;
  readonly note: string;
  readonly before: Before;
}

/** The notice that was issued before and is not met, chosen among the latest; where the ground allows it, or a circular. */
export function EarlierField({ content, takesCircular, onChoose }: EarlierProps) {
  const notices = useNotices(null).data?.rows ?? [];
  const circulars = useCirculars(null, takesCircular).data?.rows ?? [];
  const { link } = content;
  const ownLink = link?.kind === 'circular' ? null : link;
  const issued = notices
    .filter(({ state, isConfidential }) => state === 'issued' && !isConfidential)
    .map(({ id, number, title }): Choice => ({ label: number, note: title, before: { earlierId: id, link: ownLink } }));
  const named = circulars
    .filter(({ withdrawn }) => takesCircular && withdrawn === null)
    .map(({ id, title, unitName, issuedOn }): Choice => ({
      label: title,
      note: `${formatFullDate(issuedOn)}点到${unitName}`,
      before: { earlierId: null, link: { kind: 'circular', id } },
    }));
  const choices = [...issued, ...named];
  const chosen = choices.find(({ before }) => {
    return before.earlierId === content.earlierId && (before.earlierId !== null || before.link?.id === link?.id);
  });
  return (
    <ChoiceField
      label={takesCircular ? '前一份通知或者通报' : '前一份通知'}
      words={chosen === undefined ? '选是哪一份' : `${chosen.label}　${chosen.note}`}
      {...(choices.length === 0 ? { note: '还没有签发过的通知。' } : {})}
      verbs={choices.map(({ label, note, before }) => ({
        label,
        note,
        onPress: () => {
          onChoose(before);
        },
      }))}
    />
  );
}
