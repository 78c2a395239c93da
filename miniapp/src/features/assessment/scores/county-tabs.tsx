import type { AssessmentListView, AssessmentRow } from '@jiannuo/shared/assessment';
import { View } from '@tarojs/components';
import { Pressable } from '../../../ui/pressable/pressable';
import { StatusWord, type StatusShape } from '../../../ui/status/status-word';
import { stateWords } from './history-words';

/** How far a county's month is, as a shape. */
export function shapeOf({ state, isUnderReview }: AssessmentRow): StatusShape {
  return isUnderReview ? 'doing' : stateWords(state).shape;
}

/** The same as a word. */
export function wordOf({ state, isUnderReview, isTakenBack, metAt }: AssessmentRow): string {
  if (isUnderReview) return '正在复核';
  if (isTakenBack) return '县里撤回了';
  return state === 'draft' && metAt !== null ? '待复核' : stateWords(state).text;
}

/** The county that the desk opens with: the one that is named, else the first that waits for the lead unit, else the first. */
export function firstToOpen({ rows }: AssessmentListView, id: string | null): AssessmentRow | undefined {
  const named = id === null ? undefined : rows.find(({ assessmentId }) => assessmentId === id);
  return named ?? rows.find(waitsForReview) ?? rows[0];
}

function waitsForReview({ state, isUnderReview, isTakenBack, metAt }: AssessmentRow): boolean {
  const isIn = state === 'submitted' || (state === 'draft' && metAt !== null && !isTakenBack);
  return isUnderReview || isIn || state === 'objected';
}

/** `已复核2个，正在复核1个，没复核3个，1个有异议`. */
export function sumsOf({ rows }: AssessmentListView): string {
  const doing = rows.filter(({ isUnderReview }) => isUnderReview).length;
  const waiting = rows.filter(
    ({ state, isUnderReview }) => !isUnderReview && (state === 'draft' || state === 'submitted'),
  );
  const objected = rows.filter(({ state }) => state === 'objected').length;
  const done = rows.length - doing - waiting.length - objected;
  const sums = `已复核${String(done)}个，正在复核${String(doing)}个，没复核${String(waiting.length)}个`;
  return objected === 0 ? sums : `${sums}，${String(objected)}个有异议`;
}

/** The counties beside each other, in the official order. */
export function CountyTabs({
  rows,
  chosen,
  onChoose,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly chosen: AssessmentRow;
  readonly onChoose: (obligationId: string) => void;
}) {
  return (
    <View className="county-tabs" {...(IS_BROWSER ? { role: 'tablist', 'aria-label': '县（市、区）' } : {})}>
      {rows.map((row) => (
        <Pressable
          key={row.obligationId}
          role="tab"
          className={`county-tab ${row === chosen ? 'is-chosen' : ''}`}
          isSelected={row === chosen}
          label={`${row.unitName}，${wordOf(row)}`}
          onPress={() => {
            onChoose(row.obligationId);
          }}
        >
          <View className="t-s">{row.unitName}</View>
          <StatusWord shape={shapeOf(row)}>{wordOf(row)}</StatusWord>
        </Pressable>
      ))}
    </View>
  );
}
