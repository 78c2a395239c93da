import type { MeasureRecord } from '@jiannuo/shared/assessment';
import { percentBeside } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS, ROW_STATE_NAMES, shortWords, type RowState } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { Tick } from '../../../ui/field/choice';
import { countedWords, ratioWords } from '../../../ui/report/ratio-words';
import { StatusWord, type StatusShape } from '../../../ui/status/status-word';

const SHAPES: Readonly<Record<RowState, StatusShape>> = {
  planned: 'not-yet',
  'on-schedule': 'doing',
  done: 'done',
  returned: 'returned',
};

/** `完成，3/4场`: how the ledger has a measure, and where a county says otherwise, what it says. */
export function standingOf(
  measure: MeasureRecord,
  done = measure.done,
): { readonly shape: StatusShape; readonly text: string } {
  if (done !== measure.done) {
    return done ? { shape: 'done', text: '完成，和台账不同' } : { shape: 'not-yet', text: '没完成，和台账不同' };
  }
  const { state, target, figure } = measure;
  const short = state === 'done' ? shortWords(target, figure) : null;
  return { shape: SHAPES[state], text: `${ROW_STATE_NAMES[state]}${short === null ? '' : `，${short}`}` };
}

/** `佐证：推广通知（文件）；现场照片（照片）`, as annex 3 lists it. */
export function evidenceWords({ evidence }: Pick<MeasureRecord, 'evidence'>): string {
  if (evidence.length === 0) return '没列佐证';
  return `佐证：${evidence.map(({ title, kind }) => `${title}（${EVIDENCE_LABELS[kind]}）`).join('；')}`;
}

/** `26.10%，3,912户 ÷ 14,988户，数据截至5月16日。目标不低于25%，已达到`: the ratio of the measure's heading (R35). */
export function measuredWords({ ratio }: Pick<MeasureRecord, 'ratio'>): string {
  if (ratio === undefined) return '';
  const { target, numerator, denominator } = ratio;
  const percent = percentBeside(numerator, denominator, target.minimumPercent);
  return `${percent === null ? '' : `${percent}%，`}${countedWords(ratio, target)}。${ratioWords(ratio, target)}`;
}

interface MeasureListProps {
  readonly measures: readonly MeasureRecord[];
  readonly isDone: (measure: MeasureRecord) => boolean;
  /** Where the county may still say otherwise. */
  readonly onSay?: (measure: MeasureRecord, done: boolean) => void;
}

/** The month's measures with what proves them: ledger line 1 beside evidence 1. */
export function MeasureList({ measures, isDone, onSay }: MeasureListProps) {
  const ahead = measures.filter((measure) => measure.state === 'on-schedule' && isDone(measure)).length;
  return (
    <View className="measures">
      {ahead === 0 ? null : (
        <View className="t-s c-ink-2">{`其中${String(ahead)}项按计划推进，先计分，下个月再看。`}</View>
      )}
      {measures.map((measure, index) => {
        const done = isDone(measure);
        const { shape, text } = standingOf(measure, done);
        const measured = measuredWords(measure);
        return (
          <View className="measure" key={measure.id}>
            <View className="grow">
              <View className="t-s is-bold">{`${String(index + 1)}. ${measure.title}`}</View>
              {measured === '' ? null : <View className="t-xs c-ink-2">{measured}</View>}
              <View className="t-xs c-ink-2">{evidenceWords(measure)}</View>
              <StatusWord shape={shape}>{text}</StatusWord>
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
