import {
  ANNUAL_STATE_NAMES,
  innovationWords,
  monthWords,
  toldYear,
  yearLines,
  yearNames,
  type AnnualRow,
  type AnnualView,
  type ToldYear,
  type YearLine,
} from '@jiannuo/shared/assessment';
import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { pointsText, type Names } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Heading } from '../../../ui/heading/heading';
import { Pressable } from '../../../ui/pressable/pressable';
import { ScoreLine } from '../../../ui/score/score-line';
import { TraceLines } from '../../../ui/score/trace-lines';
import '../scores/history.scss';

interface PartProps extends Pick<ToldYear, 'ruled' | 'isPast'> {
  readonly line: YearLine;
  readonly names: Names;
}

function Part({ line, ...telling }: PartProps) {
  const { title, points, node } = line;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <ScoreLine
      title={title}
      points={points}
      outOf={node.outOf}
      isOpen={isOpen}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      <TraceLines node={node} {...telling} />
    </ScoreLine>
  );
}

interface CountyYearProps {
  readonly view: AnnualView;
  readonly row: AnnualRow;
  /** Whether the reader is of the county. */
  readonly isOwn: boolean;
}

/** The months that the year is made from; each leads to where it came from. */
function Months({ row, isOwn }: Pick<CountyYearProps, 'row' | 'isOwn'>) {
  const { unitId, months, moved, results } = row;
  const since = isOwn && results.length > 0 ? moved.map((month) => formatPeriod(month)).join('、') : '';
  return (
    <>
      <Heading level={3} className="t-s is-bold year-part">
        各月，折算前
      </Heading>
      {since === '' ? null : <View className="t-s c-soon">{`${since}的分后来更正过，年度成绩还是更正前的。`}</View>}
      {months.map((each) => {
        const { month, score } = each;
        const words = monthWords(row, each);
        return (
          <View className="year-month row between" key={month}>
            <View className="t-s">{formatPeriod(month)}</View>
            {score === null ? (
              <View className="t-s c-ink-2">{words}</View>
            ) : (
              <Pressable
                className="year-month-score t-s c-brand"
                label={`${formatPeriod(month)}，${words}，看来由`}
                onPress={() => {
                  openPage('assessment/history', isOwn ? {} : { unitId });
                }}
              >
                {words}
              </Pressable>
            )}
          </View>
        );
      })}
    </>
  );
}

function Innovations({ row }: { readonly row: AnnualRow }) {
  const { innovations } = row;
  if (innovations.length === 0) return null;
  return (
    <>
      <Heading level={3} className="t-s is-bold year-part">
        创新性举措
      </Heading>
      {innovations.map((innovation) => (
        <View className="year-month row between" key={innovation.id}>
          <View className="t-s grow">{innovation.title}</View>
          <View className="t-s c-ink-2 gap-3">{innovationWords(row, innovation)}</View>
        </View>
      ))}
    </>
  );
}

/** What was fixed before, oldest first; it stays readable. */
function Results({ results }: Pick<AnnualRow, 'results'>) {
  if (results.length === 0) return null;
  return (
    <>
      <Heading level={3} className="t-s is-bold year-part">
        经过
      </Heading>
      {results.map(({ number, kind, total, reason, byUnit, at }) => (
        <View className="year-result" key={number}>
          <View className="t-s">{`${kind === 'final' ? '定稿' : '更正'} ${total}`}</View>
          <View className="t-xs c-ink-2">{`${formatMoment(at, now())}　${byUnit}`}</View>
          {reason === '' ? null : <View className="t-xs c-ink-2">{`理由：${reason}`}</View>}
        </View>
      ))}
    </>
  );
}

/** A county's year: its total with why, its months and innovations, and what was fixed before. */
export function CountyYear({ view, row, isOwn }: CountyYearProps) {
  const told = toldYear(view, row);
  return (
    <View className="number-trace">
      {told === null ? (
        <View className="t-s c-ink-2">{`${String(view.year)}年的成绩还没定稿，定稿后看得到。`}</View>
      ) : (
        <>
          <View className="t-s c-ink-2">{`${told.label}，${ANNUAL_STATE_NAMES[view.state]}`}</View>
          <View className="row row-baseline">
            <View className="t-figure">{told.total}</View>
            <View className="gap-2 t-2 score-light c-ink-2">{`/${pointsText(told.outOf)}`}</View>
          </View>
          <View className="number-lines">
            {yearLines(told).map((line) => (
              <Part key={line.title} line={line} names={yearNames(row)} ruled={told.ruled} isPast={told.isPast} />
            ))}
          </View>
        </>
      )}
      <Months row={row} isOwn={isOwn} />
      <Innovations row={row} />
      <Results results={row.results} />
    </View>
  );
}
