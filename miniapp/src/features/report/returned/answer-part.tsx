import { codePointLength } from '@jiannuo/shared/kernel';
import { ANSWER_LIMIT, REPORTING_MESSAGES } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { TextField } from '../../../ui/field/field';
import { Pressable } from '../../../ui/pressable/pressable';
import { StatusWord } from '../../../ui/status/status-word';
import { isAnswered, type AnswerBook } from './answers';

interface AnswerPartProps {
  readonly path: string;
  /** The place in words, for those who listen. */
  readonly place: string;
  readonly answers: AnswerBook;
}

/** The other way to answer a remark: nothing is changed because it was right, and why. */
export function AnswerPart({ path, place, answers }: AnswerPartProps) {
  const text = answers.textOf(path);
  if (text === undefined) {
    return (
      <Pressable
        className="text-link t-s c-brand"
        label={`${place}，没有改，原来就对`}
        onPress={() => {
          answers.write(path, '');
        }}
      >
        没有改，原来就对
      </Pressable>
    );
  }
  const isLong = codePointLength(text) > ANSWER_LIMIT;
  return (
    <View className="below-2">
      <TextField
        label="为什么原来就对"
        initial={text}
        placeholder="例如：和市局口径核对过，没有错"
        error={isLong ? REPORTING_MESSAGES['reporting.answer-too-long']({ limit: ANSWER_LIMIT }) : null}
        onType={(typed) => {
          answers.write(path, typed);
        }}
      />
      <View className="row between">
        {isAnswered(text) ? (
          <StatusWord shape="done" isBold>
            没有改，原来就对
          </StatusWord>
        ) : (
          <View />
        )}
        <Pressable
          className="text-link t-s c-brand"
          onPress={() => {
            answers.write(path, null);
          }}
        >
          还是要改
        </Pressable>
      </View>
    </View>
  );
}
