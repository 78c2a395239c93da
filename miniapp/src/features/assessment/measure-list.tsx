import type { MeasureRecord } from '@jiannuo/shared/assessment';
import { EVIDENCE_LABELS } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { Tick } from '../../ui/field/choice';
import { StatusWord } from '../../ui/status/status-word';

/** `佐证：推广通知（文件）；现场照片（照片）`, as annex 3 lists it. */
export function evidenceWords({ evidence }: Pick<MeasureRecord, 'evidence'>): string {
  if (evidence.length === 0) return '没列佐证';
  return `佐证：${evidence.map(({ title, kind }) => `${title}（${EVIDENCE_LABELS[kind]}）`).join('；')}`;
}

interface MeasureListProps {
  readonly measures: readonly MeasureRecord[];
  readonly isDone: (measure: MeasureRecord) => boolean;
  /** Where the county may still say otherwise. */
  readonly onSay?: (measure: MeasureRecord, done: boolean) => void;
}

/** The month's measures with what proves them: ledger line 1 beside evidence 1. */
export function MeasureList({ measures, isDone, onSay }: MeasureListProps) {
  return (
    <View className="measures">
      {measures.map((measure, index) => {
        const done = isDone(measure);
        const isOwnWord = done !== measure.done;
        return (
          <View className="measure" key={measure.id}>
            <View className="grow">
              <View className="t-s is-bold">{`${String(index + 1)}. ${measure.title}`}</View>
              <View className="t-xs c-ink-2">{evidenceWords(measure)}</View>
              <StatusWord shape={done ? 'done' : 'not-yet'}>
                {`${done ? '完成' : '没完成'}${isOwnWord ? '，和台账不同' : ''}`}
              </StatusWord>
            </View>
            {onSay === undefined ? null : (
              <Tick
                isTicked={done}
                label={`${measure.title}完成了`}
                onChange={(isTicked) => {
                  onSay(measure, isTicked);
                }}
              />
            )}
          </View>
        );
      })}
    </View>
  );
}
