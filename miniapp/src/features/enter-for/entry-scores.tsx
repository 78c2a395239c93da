import { enteredSum, SHEET_LINE_WORDS, SHEET_LINES } from '@jiannuo/shared/assessment';
import { isBlank } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { TextField } from '../../ui/field/field';
import type { EntryBook } from './entry-store';

/** `各项加起来47.00分`, once there is something to add up. */
function sumWords(scores: EntryBook['draft']['scores']): string {
  const isAny = SHEET_LINES.some((line) => !isBlank(scores?.[line] ?? ''));
  return isAny
    ? `各项加起来${enteredSum(scores ?? {})}分。原件没写的一项按0分记。`
    : '原件没写分的，都空着，只登记收到的时间。';
}

/** The county's own numbers as annex 3 has them on paper: the review stands beside them. */
export function EntryScores({ book }: { readonly book: EntryBook }) {
  const { scores = {}, total = '' } = book.draft;
  return (
    <View className="below-4">
      <View className="t-s is-bold">原件上的自评分</View>
      <View className="row row-wrap entry-scores">
        {SHEET_LINES.map((line) => (
          <View className="entry-score" key={line}>
            <TextField
              label={SHEET_LINE_WORDS[line].title}
              initial={scores[line] ?? ''}
              unit="分"
              onType={(text) => {
                book.change({ scores: { ...book.draft.scores, [line]: text } });
              }}
            />
          </View>
        ))}
        <View className="entry-score">
          <TextField
            label="原件总分"
            initial={total}
            unit="分"
            placeholder="没写就空着"
            onType={(text) => {
              book.change({ total: text });
            }}
          />
        </View>
      </View>
      <View className="t-s c-ink-2 below-2" aria-live="polite">
        {sumWords(scores)}
      </View>
    </View>
  );
}
