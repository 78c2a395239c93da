import { ANNUAL_STATE_NAMES, type AnnualRow, type AnnualView } from '@jiannuo/shared/assessment';
import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import type { Names, TraceNode } from '@jiannuo/shared/scoring';
import { pointsText } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Heading } from '../../ui/heading/heading';
import { Pressable } from '../../ui/pressable/pressable';
import { ScoreLine } from '../../ui/score/score-line';
import { TraceLines } from '../../ui/score/trace-lines';
import './history.scss';
import { toldYear, yearNames, type ToldYear } from './told-year';

interface PartProps {
  readonly title: string;
  readonly points: string;
  readonly node: TraceNode | undefined;
  readonly names: Names;
}

function Part({ title, points, node, names }: PartProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (node === undefined) return null;
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
      <TraceLines node={node} names={names} isFixed />
    </ScoreLine>
  );
}

function Parts({ told, names }: { readonly told: ToldYear; readonly names: Names }) {
  const { taskPart, innovation, trace } = told;
  const nodeOf = (rule: TraceNode['rule']) => trace.find((node) => node.rule === rule);
  return (
    <View className="number-lines">
      <Part title="任务完成情况" points={taskPart} node={nodeOf('taskPart')} names={names} />
      <Part title="创新性举措" points={innovation} node={nodeOf('innovation')} names={names} />
    </View>
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
  const { unitId, months, missing } = row;
  return (
    <>
      <Heading level={3} className="t-s is-bold year-part">
        各月，折算前
      </Heading>
      {months.map(({ month, score, standing }) => {
        const reason = missing.find((each) => each.month === month)?.reason;
        const words = standing === 'missing' ? `没有得分，按0分${reason === undefined ? '' : `：${reason}`}` : '没办完';
        const untold = standing === 'unfinished' ? '，还没通报' : '';
        const scoreWords = `${score?.isCorrected === true ? '更正 ' : ''}${score?.raw ?? ''}${untold}`;
        return (
          <View className="year-month row between" key={month}>
            <View className="t-s">{formatPeriod(month)}</View>
            {score === null ? (
              <View className="t-s c-ink-2">{words}</View>
            ) : (
              <Pressable
                className="year-month-score t-s c-brand"
                label={`${formatPeriod(month)}，${scoreWords}，看来由`}
                onPress={() => {
                  openPage('assessment/history', isOwn ? {} : { unitId });
                }}
              >
                {scoreWords}
              </Pressable>
            )}
          </View>
        );
      })}
    </>
  );
}

/** Whether an innovation counts in the result that holds, and where a correction took it out, why. */
function innovationWords({ results }: Pick<AnnualRow, 'results'>, { id, approved }: AnnualRow['innovations'][number]) {
  if (!approved) return '没认定';
  const holds = results.at(-1);
  const isOut = holds?.kind === 'correction' && holds.year.innovations.some((each) => each.id === id && !each.approved);
  return isOut ? `认定过，更正后不再计：${holds.reason}` : '已认定';
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
  const told = toldYear(row);
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
          <Parts told={told} names={yearNames(row)} />
        </>
      )}
      <Months row={row} isOwn={isOwn} />
      <Innovations row={row} />
      <Results results={row.results} />
    </View>
  );
}
