import { checkFeedbackText, type FeedbackAction, type FeedbackView } from '@jiannuo/shared/feedback';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { TextField } from '../../ui/field/field';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { actOnFeedback } from './api/act-on-feedback.api';
import { sentenceOf } from './feedback-words';
import { useTypedWords, type TypedWords } from './typed-words';

const EMPTY = { text: '' };
const DONE: Readonly<Record<FeedbackAction, string>> = { add: '补上了', reply: '已回复', close: '已办结' };
const VERBS = { add: '补上', reply: '回复' } as const;

/** What the reader can say or decide about an entry now. */
export interface Answering {
  /** The action that carries words; null when the reader can say nothing more. */
  readonly saying: 'add' | 'reply' | null;
  readonly words: TypedWords<typeof EMPTY>;
  readonly write: Write;
  readonly areGapsShown: boolean;
  readonly say: () => void;
  readonly close: () => Promise<boolean>;
}

function sayingOf({ actions }: FeedbackView): Answering['saying'] {
  if (actions.includes('reply')) return 'reply';
  return actions.includes('add') ? 'add' : null;
}

/** Keeps what is typed about an entry, and sends it. */
export function useAnswering(entry: FeedbackView): Answering {
  const words = useTypedWords(entry.id, EMPTY);
  const write = useWrite(QUERY_KEYS.feedback);
  const [areGapsShown, setAreGapsShown] = useState(false);
  const saying = sayingOf(entry);
  const act = async (action: FeedbackAction, text: string) => {
    const step = { id: entry.id, action, text };
    if ((await write.run(step, (key) => actOnFeedback(step, key))) === null) return false;
    if (action !== 'close') words.forget();
    showToast(DONE[action]);
    return true;
  };
  const say = () => {
    const isWhole = checkFeedbackText(words.typed.text).ok;
    setAreGapsShown(!isWhole);
    if (isWhole && saying !== null) void act(saying, words.typed.text);
  };
  return { saying, words, write, areGapsShown, say, close: () => act('close', '') };
}

/** The field for an answer, or for something more to say. */
export function AnswerField({ answering }: { readonly answering: Answering }) {
  const { saying, words, areGapsShown } = answering;
  if (saying === null) return null;
  const { text } = words.typed;
  return (
    <Card className="feedback-fields">
      <TextField
        key={words.restarts}
        label={saying === 'reply' ? '回复' : '还有要说的'}
        lines="many"
        initial={text}
        placeholder={saying === 'reply' ? '怎么办的，或者打算怎么办' : '补在后面，前面写的不变'}
        error={areGapsShown ? sentenceOf(checkFeedbackText(text), 'text') : null}
        onType={(typed) => {
          words.change({ text: typed });
        }}
      />
    </Card>
  );
}

function CloseDialog({ answering, onClose }: { readonly answering: Answering; readonly onClose: () => void }) {
  const { error, isSending } = answering.write;
  const confirm = async () => {
    if (await answering.close()) onClose();
  };
  return (
    <Dialog
      title="办结这一件？"
      verb={isSending ? '正在办结' : '办结'}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {error?.sentence ?? '办结后双方都不能再写，写的人会收到通知。'}
    </Dialog>
  );
}

function titleOf(saying: 'add' | 'reply', { state }: FeedbackView): string {
  if (state === 'received') return saying === 'reply' ? '等您回复' : '牵头单位收到了';
  return saying === 'reply' ? '回复过了' : '牵头单位回复了';
}

/** What stands, and what the reader can do about it. */
export function AnswerBar({ entry, answering }: { readonly entry: FeedbackView; readonly answering: Answering }) {
  const [isAsking, setIsAsking] = useState(false);
  const { saying, write } = answering;
  if (saying === null) return null;
  const failed = write.error === null ? undefined : `${write.error.sentence}写的都在。`;
  const mayClose = entry.actions.includes('close');
  return (
    <>
      <StickyBar title={write.isSending ? '正在交，请别关' : titleOf(saying, entry)} note={failed ?? '只有双方看得到'}>
        {mayClose ? (
          <Button
            look="plain"
            onPress={() => {
              setIsAsking(true);
            }}
          >
            办结
          </Button>
        ) : null}
        <Button onPress={answering.say}>{VERBS[saying]}</Button>
      </StickyBar>
      {isAsking ? (
        <CloseDialog
          answering={answering}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </>
  );
}
