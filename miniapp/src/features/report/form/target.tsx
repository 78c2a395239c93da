import { formatDay, percentBeside } from '@jiannuo/shared/kernel';
import { FIELD_LABELS, type Heading, type NumericTarget, type TargetFigures } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../../platform/clock';
import { DateField } from '../../../ui/field/choice';
import { Pressable } from '../../../ui/pressable/pressable';
import { TargetFields, TargetResult } from '../../../ui/report/numeric-target';
import { ratioWords } from '../../../ui/report/ratio-words';
import { ConflictNote } from '../conflict/conflict-note';
import { useDraftValue, useKeeper } from '../draft/use-draft';
import { useFigure } from './figure-field';
import { useWrong } from './form-context';
import { elementIdOf } from './sections';
import './form.scss';

const EMPTY: TargetFigures = { numerator: '', denominator: '', asOf: '' };

/** The date folds into a line when the section is opened again, not under a finger that is going for what stands below. */
function AsOf({ path, asOf }: { readonly path: string; readonly asOf: string }) {
  const keeper = useKeeper();
  const wrong = useWrong(path);
  const [isChanging, setIsChanging] = useState(false);
  if (asOf !== '' && !isChanging && wrong === null) {
    return (
      <View className="as-of t-s c-ink-2" id={elementIdOf(path)}>
        <View>{`数据截至${formatDay(asOf, now())}`}</View>
        <Pressable
          className="text-link c-brand"
          label="改数据截至日期"
          onPress={() => {
            setIsChanging(true);
          }}
        >
          改
        </Pressable>
      </View>
    );
  }
  return (
    <View id={elementIdOf(path)}>
      <DateField
        label={FIELD_LABELS.asOf}
        value={asOf}
        latest={beijingToday()}
        words={asOf === '' ? '选日期' : formatDay(asOf, now())}
        error={wrong}
        onChoose={(date) => {
          setIsChanging(true);
          keeper.replace(path, date);
        }}
      />
    </View>
  );
}

/** The ratio a heading asks for: two figures, what they come to, and as of when. */
export function TargetPart({ heading, target }: { readonly heading: Heading; readonly target: NumericTarget }) {
  const path = `headings/${heading.id}/target`;
  const figures =
    useDraftValue((keeper) => keeper.content.headings.find(({ id }) => id === heading.id)?.target) ?? EMPTY;
  const numerator = useFigure(`${path}/numerator`, target.numeratorLabel);
  const denominator = useFigure(`${path}/denominator`, target.denominatorLabel);
  return (
    <View className="target-block" id={elementIdOf(`${path}/numerator`)}>
      <View id={elementIdOf(`${path}/denominator`)}>
        <TargetFields numerator={numerator} denominator={denominator} unit={target.unit} />
      </View>
      <ConflictNote path={`${path}/numerator`} label={target.numeratorLabel} />
      <ConflictNote path={`${path}/denominator`} label={target.denominatorLabel} />
      <TargetResult
        percent={percentBeside(figures.numerator, figures.denominator, target.minimumPercent)}
        minimumPercent={target.minimumPercent}
        words={ratioWords(figures, target)}
      />
      <AsOf path={`${path}/asOf`} asOf={figures.asOf} />
      <ConflictNote path={`${path}/asOf`} />
    </View>
  );
}
