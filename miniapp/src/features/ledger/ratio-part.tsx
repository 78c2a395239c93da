import { formatDay, formatWhole, isWholeNumber, percentBeside, plainFigure } from '@jiannuo/shared/kernel';
import type { Completion, NumericTarget, RatioFigures } from '@jiannuo/shared/ledger';
import { View } from '@tarojs/components';
import { beijingToday, now } from '../../platform/clock';
import { DateField } from '../../ui/field/choice';
import { TargetFields, TargetResult, type TargetFigure } from '../../ui/report/numeric-target';
import { ratioWords } from '../../ui/report/ratio-words';

const NONE: RatioFigures = { numerator: '', denominator: '', asOf: '' };

interface RatioProps {
  readonly target: NumericTarget;
  readonly ratio: Completion['ratio'];
  /** null where the reader may only look. */
  readonly onChange: ((ratio: RatioFigures) => void) | null;
}

/** The two figures that the measure's heading asks for (R35): they stand in the monthly report too, typed in one place. */
export function RatioPart({ target, ratio = NONE, onChange }: RatioProps) {
  const { numerator, denominator, minimumPercent } = { ...target, ...ratio };
  if (onChange === null && numerator + denominator === '') return null;
  return (
    <View className="target-block">
      {onChange === null ? (
        <View className="t-body">{readWords(target, ratio)}</View>
      ) : (
        <RatioFields target={target} ratio={ratio} onChange={onChange} />
      )}
      <TargetResult
        percent={percentBeside(numerator, denominator, minimumPercent)}
        minimumPercent={minimumPercent}
        words={ratioWords(ratio, target)}
      />
    </View>
  );
}

interface FieldsProps {
  readonly target: NumericTarget;
  readonly ratio: RatioFigures;
  readonly onChange: (ratio: RatioFigures) => void;
}

function RatioFields({ target, ratio, onChange }: FieldsProps) {
  const figureOf = (field: 'numerator' | 'denominator', label: string): TargetFigure => ({
    label,
    initial: ratio[field],
    fieldKey: field,
    error: ratio[field] === '' || isWholeNumber(ratio[field]) ? null : '请填整数，最多15位',
    onType: (text) => {
      onChange({ ...ratio, [field]: plainFigure(text) });
    },
    onLeave: () => undefined,
  });
  return (
    <>
      <TargetFields
        numerator={figureOf('numerator', target.numeratorLabel)}
        denominator={figureOf('denominator', target.denominatorLabel)}
        unit={target.unit}
      />
      <DateField
        label="数据截至"
        value={ratio.asOf}
        latest={beijingToday()}
        words={ratio.asOf === '' ? '选日期' : formatDay(ratio.asOf, now())}
        onChoose={(asOf) => {
          onChange({ ...ratio, asOf });
        }}
      />
    </>
  );
}

/** `已赋码市场主体3412户，市场主体总数14986户，数据截至4月10日`. */
function readWords({ numeratorLabel, denominatorLabel, unit }: NumericTarget, ratio: RatioFigures): string {
  const { numerator, denominator, asOf } = ratio;
  const figures = [
    [numeratorLabel, numerator],
    [denominatorLabel, denominator],
  ] as const;
  const said = figures.map(([label, figure]) => `${label}${figure === '' ? '没填' : formatWhole(figure) + unit}`);
  return [...said, ...(asOf === '' ? [] : [`数据截至${formatDay(asOf, now())}`])].join('，');
}
