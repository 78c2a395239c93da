import { beijingDate, formatDate } from '@jiannuo/shared/kernel';
import {
  groundOf,
  lacksStep,
  ruleOf,
  type NoticeContent,
  type NoticeKind,
  type PriorNotice,
} from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { ChoiceField } from '../../../ui/field/choice-field';
import { factsInLine } from '../../../ui/ideographic-space';
import { usePrior } from '../api/load-prior.api';
import { deliveriesWords, priorWords } from '../notices/delivery-words';
import { earlierChoices, type EarlierChoices } from './earlier-choices';

interface EarlierProps {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  readonly onChoose: (earlierId: string | null) => void;
}

/** 前一份通知: of what the units had before, first what is about the same matter, each with how it stands. */
export function EarlierField({ kind, content, onChoose }: EarlierProps) {
  const { earlierId } = content;
  const units = content.addressees.filter(({ part }) => part === 'main').map(({ unitId }) => unitId);
  const prior = usePrior(units).data ?? { notices: [], circulars: [] };
  const choices = earlierChoices(kind, content, prior, now());
  const isNeeded = groundOf(kind, content.ground)?.needsEarlier === true;
  const chosen = prior.notices.find(({ id }) => id === earlierId);
  const verbOf = (about: string) => (notice: PriorNotice) => ({
    label: notice.number,
    note: factsInLine(about, priorWords(notice, now())),
    onPress: () => {
      onChoose(notice.id);
    },
  });
  const none = {
    label: '不选前一份',
    onPress: () => {
      onChoose(null);
    },
  };
  return (
    <ChoiceField
      label={isNeeded ? '前一份通知' : '前一份通知，可以不选'}
      words={chosenWords(earlierId, chosen)}
      note={noteFor(kind, content, choices)}
      verbs={[...choices.same.map(verbOf('同一件事')), ...choices.others.map(verbOf('')), ...(isNeeded ? [] : [none])]}
    />
  );
}

function chosenWords(earlierId: string | null, chosen: PriorNotice | undefined): string {
  if (chosen !== undefined) return factsInLine(chosen.number, chosen.title);
  return earlierId === null ? '选是哪一份' : '已选一份';
}

/** What is worth knowing before it is sent on; a hint and no refusal. */
function noteFor(kind: NoticeKind, content: NoticeContent, { same, others }: EarlierChoices): string {
  const [first] = same;
  if (content.earlierId === null && first !== undefined) {
    const { number, issuedAt, deliveries } = first;
    const issued = `${formatDate(beijingDate(issuedAt), now())}发`;
    return `同一件事的前一份通知：${number}，${issued}，${deliveriesWords(deliveries, now())}。`;
  }
  if (!content.addressees.some(({ part }) => part === 'main')) return '先选发给谁，这里列出发给这家的通知。';
  if (lacksStep(kind, content)) return `没选前一份，就是前面没提醒过，直接发${ruleOf(kind).title}。`;
  return same.length + others.length === 0 ? '这家前面没有能接着办的通知。' : '后面接着督办时，自动连成一串。';
}
