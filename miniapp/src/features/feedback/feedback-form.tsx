import { checkFeedback, FEEDBACK_KIND_NAMES, FEEDBACK_KINDS, type FeedbackRequest } from '@jiannuo/shared/feedback';
import { useState } from 'react';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite, type Write } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Choice } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { writeFeedback } from './api/write-feedback.api';
import { sentenceOf } from './feedback-words';
import { useTypedWords, type TypedWords } from './typed-words';

const EMPTY: FeedbackRequest = { kind: 'suggestion', text: '', contact: '' };
const OPTIONS = FEEDBACK_KINDS.map((kind) => ({ value: kind, label: FEEDBACK_KIND_NAMES[kind] }));

/** A new entry that is being written. */
export interface NewEntry {
  readonly words: TypedWords<FeedbackRequest>;
  readonly write: Write;
  readonly areGapsShown: boolean;
  readonly send: () => void;
}

/** Keeps what is typed, and hands it to the lead unit; `onWritten` gets the new entry's id. */
export function useNewEntry(onWritten: (id: string) => void): NewEntry {
  const words = useTypedWords('new', EMPTY);
  const write = useWrite(QUERY_KEYS.feedback);
  const [areGapsShown, setAreGapsShown] = useState(false);
  const send = async () => {
    const isWhole = checkFeedback({ ...words.typed }).ok;
    setAreGapsShown(!isWhole);
    if (!isWhole) return;
    const standing = await write.run(words.typed, (key) => writeFeedback(words.typed, key));
    if (standing === null) return;
    words.forget();
    showToast('已交给牵头单位');
    onWritten(standing.feedbackId);
  };
  return { words, write, areGapsShown, send: () => void send() };
}

/** Kind, words, and how one wishes to be reached; only the words are required. */
export function NewEntryForm({ entry }: { readonly entry: NewEntry }) {
  const { words, areGapsShown } = entry;
  const { typed, change, restarts } = words;
  const outcome = checkFeedback({ ...typed });
  const wrong = (start: string) => (areGapsShown ? sentenceOf(outcome, start) : null);
  return (
    <Card className="feedback-fields">
      <Choice
        label="是什么"
        options={OPTIONS}
        value={typed.kind}
        onChoose={(kind) => {
          change({ kind });
        }}
      />
      <TextField
        key={`text ${String(restarts)}`}
        label="写给牵头单位"
        lines="many"
        initial={typed.text}
        placeholder="什么事、在哪里、希望怎么办"
        error={wrong('text')}
        onType={(text) => {
          change({ text });
        }}
      />
      <TextField
        key={`contact ${String(restarts)}`}
        label="怎么联系您（可以不填）"
        initial={typed.contact}
        placeholder="例如上午打办公室电话"
        error={wrong('contact')}
        note="不填也会回复，回复放进收件。涉密的不要写。"
        onType={(contact) => {
          change({ contact });
        }}
      />
    </Card>
  );
}

/** Who will read it, and the one verb. */
export function NewEntryBar({ entry }: { readonly entry: NewEntry }) {
  const { error, isSending } = entry.write;
  const note = error === null ? '不影响报送和评分' : `${error.sentence}写的都在。`;
  return (
    <StickyBar title={isSending ? '正在交，请别关' : '只有您和牵头单位看得到'} note={note}>
      <Button onPress={entry.send}>交给牵头单位</Button>
    </StickyBar>
  );
}
