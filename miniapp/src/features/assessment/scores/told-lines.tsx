import { linesOf, sumNote, weightedLabel, type ToldLine, type ToldNumber } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import type { Names } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { ScoreLine, ScoreTotal } from '../../../ui/score/score-line';
import { TraceLines } from '../../../ui/score/trace-lines';
import '../assessment.scss';
import './history.scss';
import { FindingsLink } from '../review/findings-link';

interface LineProps extends Pick<ToldNumber, 'ruled' | 'isPast'> {
  readonly line: ToldLine;
  readonly names: Names;
}

function Line({ line, ...telling }: LineProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { title, points, outOf, note, reasons, node, readings, found } = line;
  return (
    <ScoreLine
      title={title}
      points={points}
      outOf={outOf}
      note={note}
      isOpen={isOpen}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      {reasons.map((reason) => (
        <View className="score-reason t-s" key={reason}>
          {reason}
        </View>
      ))}
      <TraceLines node={node} readings={readings} {...telling} />
      {found === null ? null : <FindingsLink period={found.period} unitId={found.unitId} />}
    </ScoreLine>
  );
}

interface ToldLinesProps {
  readonly told: ToldNumber;
  readonly names: Names;
}

/** A number line by line, and what the factor makes of it; each opens into why. */
export function ToldLines({ told, names }: ToldLinesProps) {
  const note = sumNote(told);
  return (
    <>
      {linesOf(told).map((line) => (
        <Line key={line.rule} line={line} names={names} ruled={told.ruled} isPast={told.isPast} />
      ))}
      {note === null ? null : <View className="score-line told-sum t-xs c-ink-2">{note}</View>}
    </>
  );
}

/** A number with who gave it, when and why, and its lines below. */
export function ToldBody({ told, names, reasonLabel = '理由' }: ToldLinesProps & { readonly reasonLabel?: string }) {
  const { label, total, outOf, weighted, factor, by, at, reason } = told;
  return (
    <>
      <ScoreTotal label={label} total={total} outOf={outOf} asideLabel={weightedLabel(factor)} aside={weighted} />
      {at === null ? null : <View className="t-xs c-ink-2">{`${formatMoment(at, now())}　${by}`}</View>}
      {reason === '' ? null : <View className="t-s below-2">{`${reasonLabel}：${reason}`}</View>}
      <View className="number-lines">
        <ToldLines told={told} names={names} />
      </View>
    </>
  );
}
