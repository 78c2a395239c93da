import type { Period } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import type { ReceiptView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { now } from '../../platform/clock';
import { goBack, scrollToElement } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { showToast } from '../../ui/overlay/toast';
import { Screen } from '../../ui/screen/screen';
import { useCorrection } from './api/load-correction.api';
import './enter-for.scss';
import { EntryFields } from './entry-fields';
import { EntryScores } from './entry-scores';
import { useEntryDraft, type EntryBook } from './entry-store';
import type { OpenThing, OpenUnit } from './open-things';
import { OriginalList, OriginalRail, useOriginals } from './originals';
import { useEntry } from './use-entry';
import { entryErrors, isSendable, receivedAtOf, verdictOf, type EntryErrors } from './verdict';
import { VerdictStrip } from './verdict-strip';

interface EntryFormProps {
  readonly period: Period;
  readonly unit: OpenUnit;
  readonly thing: OpenThing;
  readonly choice: ReactNode;
  readonly onDone: (receipt: ReceiptView) => void;
}

function scrollToGap({ channel, received }: EntryErrors): void {
  scrollToElement(channel !== null ? 'entry-channel' : received !== null ? 'entry-received' : 'entry-basis');
}

/** What the entry comes to, judged by the same rules as a hand-in in the app. */
function useJudgement({ period, thing }: Pick<EntryFormProps, 'period' | 'thing'>, { draft }: EntryBook) {
  const correction = useCorrection(thing.isReturned ? thing.reportId : null);
  const dueAt = correction?.dueAt ?? thing.dueAt;
  const at = now();
  const errors = entryErrors(draft, { period, dueAt, returnedAt: correction?.returnedAt ?? null, now: at });
  const receivedAt = receivedAtOf(draft);
  const isWrong = receivedAt !== null && errors.received !== null;
  const verdict = receivedAt === null || isWrong ? null : verdictOf(receivedAt, dueAt);
  return { dueAt, at, errors, receivedAt, isWrong, verdict };
}

function Notes({ unit, thing }: Pick<EntryFormProps, 'unit' | 'thing'>) {
  return (
    <View className="row row-top below-4 t-s c-ink-2">
      <Icon name="info" size="small" className="entry-info" />
      <View className="gap-2 grow">
        <View>{`录好后请${unit.name}核对，${thing.isScored ? '自评分可以自己改' : '可以提不同'}。`}</View>
        <View>{thing.isScored ? '改前改后都留着。' : '时间改了要写理由，改前改后都留着。'}</View>
        {thing.isReturned ? <View>这是退回后再交的；报送按不按时，仍看第一次。</View> : null}
      </View>
    </View>
  );
}

/** One entry: how it came, when, and on what grounds; the strip and the button say how it counts. */
export function EntryForm({ period, unit, thing, choice, onDone }: EntryFormProps) {
  const book = useEntryDraft(thing.obligationId);
  const uploads = useOriginals(book);
  const judged = useJudgement({ period, thing }, book);
  const sending = useEntry(thing.obligationId, book, onDone);
  const [areGapsShown, setAreGapsShown] = useState(false);
  const { channel } = book.draft;
  const send = () => {
    if (uploads.sending?.state.kind === 'uploading') showToast('原件还在传，请等一下');
    else if (isSendable(judged.errors)) void sending.send();
    else {
      setAreGapsShown(true);
      scrollToGap(judged.errors);
    }
  };
  const receiptNote = channel === null ? '和自己交一样算' : `回执上写明“${CHANNEL_NAMES[channel]}收到，代录”`;
  const note = sending.error === null ? receiptNote : `${sending.error.sentence}填的都在。`;
  const bar = (
    <StickyBar title={sending.isSending ? '正在录，请别关' : '由本单位代录'} note={note}>
      <Button
        look="plain"
        onPress={() => {
          showToast('已存在这台设备');
          goBack();
        }}
      >
        先存着
      </Button>
      <Button onPress={send}>{judged.verdict === null ? '录入' : `录入，${judged.verdict.words}`}</Button>
    </StickyBar>
  );
  return (
    <Screen
      title="代录来件"
      section="home"
      isOnSurface
      top={<View className="entry-top t-s c-ink-2">代录和自己交一样算，按真实收到的时间</View>}
      rail={<OriginalRail book={book} uploads={uploads} />}
      bar={bar}
    >
      <View className="entry-form">
        {choice}
        <EntryFields book={book} errors={judged.errors} areGapsShown={areGapsShown} />
        <VerdictStrip dueAt={judged.dueAt} receivedAt={judged.receivedAt} now={judged.at} isWrong={judged.isWrong} />
        {thing.isScored ? <EntryScores book={book} /> : null}
        <OriginalList book={book} uploads={uploads} />
        <Notes unit={unit} thing={thing} />
      </View>
    </Screen>
  );
}
