import { formatFullDate } from '@jiannuo/shared/kernel';
import { UNDECIDED } from '@jiannuo/shared/obligations';
import {
  gatherDossier,
  priorIn,
  type Dossier,
  type NoticeContent,
  type Prior,
  type PriorCircular,
  type PriorNotice,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { Button } from '../../../ui/button/button';
import { FieldFrame } from '../../../ui/field/field';
import { Icon } from '../../../ui/icon/icon';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { usePrior } from '../api/load-prior.api';
import { priorWords } from '../notices/delivery-words';

interface DossierProps {
  readonly content: NoticeContent;
  readonly onChange: (dossier: Dossier | null) => void;
}

const NOTHING: Prior = { notices: [], circulars: [] };

/** What was issued to the accused units before: gathered by the system; its writer takes some out, or adds others. */
export function DossierField({ content, onChange }: DossierProps) {
  const { accusedIds = [] } = content;
  const prior = usePrior(accusedIds).data ?? NOTHING;
  const [isAll, setIsAll] = useState(false);
  const gathered = gatherDossier(prior, content);
  const dossier = content.dossier?.isGathered === false ? content.dossier : gathered;
  const ids = [...dossier.noticeIds, ...dossier.circularIds];
  const near = priorIn(prior, { ...dossier, ...bothOf(dossier, gathered) });
  const shown = isAll ? prior : near;
  const more = countOf(prior) - countOf(near);
  const toggle = (id: string, list: 'noticeIds' | 'circularIds') => {
    const next = ids.includes(id) ? dossier[list].filter((each) => each !== id) : [...dossier[list], id];
    onChange({ ...dossier, isGathered: false, [list]: next });
  };
  return (
    <FieldFrame
      label={labelFor(dossier, ids.length)}
      note={noteFor(accusedIds, prior, shown)}
      error={shakenWords(dossier, prior)}
    >
      <View>
        {shown.notices.map((notice) => (
          <PriorBox
            key={notice.id}
            title={notice.number}
            words={noticeWords(notice)}
            isChosen={ids.includes(notice.id)}
            onPress={() => {
              toggle(notice.id, 'noticeIds');
            }}
          />
        ))}
        {shown.circulars.map((circular) => (
          <PriorBox
            key={circular.id}
            title={circular.title}
            words={circularWords(circular)}
            isChosen={ids.includes(circular.id)}
            onPress={() => {
              toggle(circular.id, 'circularIds');
            }}
          />
        ))}
      </View>
      <View className="prior-more row row-wrap">
        {more > 0 && !isAll ? (
          <Button
            look="link"
            onPress={() => {
              setIsAll(true);
            }}
          >
            {`看别的${String(more)}份`}
          </Button>
        ) : null}
        {dossier.isGathered ? null : (
          <Button
            look="link"
            onPress={() => {
              onChange(null);
            }}
          >
            重新归集
          </Button>
        )}
      </View>
    </FieldFrame>
  );
}

/** What was gathered stays in sight when it is taken out. */
function bothOf(dossier: Dossier, gathered: Dossier): Pick<Dossier, 'noticeIds' | 'circularIds'> {
  return {
    noticeIds: [...dossier.noticeIds, ...gathered.noticeIds],
    circularIds: [...dossier.circularIds, ...gathered.circularIds],
  };
}

function countOf({ notices, circulars }: Prior): number {
  return notices.length + circulars.length;
}

function labelFor({ isGathered }: Dossier, count: number): string {
  return `前面的通知${isGathered ? '，自动归集' : ''}，选了${String(count)}份`;
}

function noteFor(accusedIds: readonly string[], prior: Prior, shown: Prior): string {
  if (accusedIds.length === 0) return '先选责任单位，这里自动归集发过的通知和通报点名。';
  if (countOf(prior) === 0) return '前面没有发过通知，也没有通报点名。';
  return countOf(shown) === 0 ? '选了关联事项，同一件事的自动归集。也可以自己选。' : '可以去掉，也可以加别的。';
}

/** What stands against a dossier that names a notice which may not stand; null where it names none. */
function shakenWords(dossier: Dossier, prior: Prior): string | null {
  const shaken = priorIn(prior, dossier).notices.filter(({ isShaken }) => isShaken === true);
  if (shaken.length === 0) return null;
  return `${shaken.map(({ number }) => number).join('、')}依据有变，请先定下来，或者去掉。`;
}

function noticeWords(notice: PriorNotice): string {
  const words = priorWords(notice, now());
  return notice.isShaken === true ? factsInLine(UNDECIDED.word, words) : words;
}

function circularWords({ issuedOn, unitName, shortfall }: PriorCircular): string {
  return factsInLine(formatFullDate(issuedOn), `点到${unitName}：${shortfall}`);
}

interface BoxProps {
  readonly title: string;
  readonly words: string;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

/** One of what came before, to take in or out. */
function PriorBox({ title, words, isChosen, onPress }: BoxProps) {
  return (
    <Pressable
      role="checkbox"
      isSelected={isChosen}
      className="prior-pick"
      label={`${title}，${words}`}
      onPress={onPress}
    >
      <View className={`tick-box ${isChosen ? 'is-ticked' : ''}`}>
        {isChosen ? <Icon name="check" size="small" /> : null}
      </View>
      <View className="grow gap-2">
        <View className="t-body">{title}</View>
        <View className="t-s c-ink-2">{words}</View>
      </View>
    </Pressable>
  );
}
