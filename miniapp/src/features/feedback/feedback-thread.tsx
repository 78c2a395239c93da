import { FEEDBACK_KIND_NAMES, type FeedbackMessage, type FeedbackView } from '@jiannuo/shared/feedback';
import { formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { StatusWord } from '../../ui/status/status-word';
import { stateWords } from './feedback-words';

interface SaidProps {
  readonly message: FeedbackMessage;
  /** The writer reads. */
  readonly isOwn: boolean;
}

/** A writer is told by which unit; the lead unit's officers also by whom. */
function nameOf({ byUnit, byName, party }: FeedbackMessage, isOwn: boolean): string {
  if (!isOwn) return factsInLine(byUnit, byName);
  return party === 'writer' ? '您' : byUnit;
}

function Said({ message, isOwn }: SaidProps) {
  const isClosing = message.action === 'close';
  return (
    <View className="feedback-said">
      <View className="row row-wrap between row-baseline">
        <View className="t-s is-bold">{`${nameOf(message, isOwn)}${isClosing ? '办结了' : ''}`}</View>
        <View className="t-xs c-ink-2">{formatMoment(message.at, now())}</View>
      </View>
      {isClosing ? null : <View className="feedback-text t-body t-reading">{message.text}</View>}
    </View>
  );
}

/** All that was said about an entry, in order. */
export function FeedbackThread({ entry }: { readonly entry: FeedbackView }) {
  const { kind, state, isOwn, contact, messages } = entry;
  const { shape, text } = stateWords(state);
  return (
    <>
      <Card>
        <View className="row row-wrap between">
          <Heading level={2} className="t-2">
            {FEEDBACK_KIND_NAMES[kind]}
          </Heading>
          <StatusWord shape={shape}>{text}</StatusWord>
        </View>
        {contact === '' ? null : (
          <View className="t-s c-ink-2">{`${isOwn ? '您希望这样联系' : '希望这样联系'}：${contact}`}</View>
        )}
        {messages.map((message) => (
          <Said key={message.id} message={message} isOwn={isOwn} />
        ))}
      </Card>
      {state === 'closed' ? (
        <Footnote>{isOwn ? '这件已经办结。有新的事请另写一件。' : '这件已经办结。'}</Footnote>
      ) : null}
    </>
  );
}
