import { toldNumber, toldOnDesk, type AssessmentView, type ToldNumber } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { pointsText } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { hanging } from '../../../ui/heading/heading';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { cameWords } from '../sheet/came-words';
import type { ReviewRow, ReviewTable } from './review-rows';

function Figures({ row, isWide }: { readonly row: ReviewRow; readonly isWide: boolean }) {
  const weight = row.isChanged || row.thing === null ? 'is-bold' : '';
  return (
    <>
      {isWide ? <View className="review-figure t-s c-ink-2">{row.most === '' ? '' : mostText(row)}</View> : null}
      <View className="review-figure t-s">{row.self}</View>
      {isWide ? <View className="review-figure t-s">{row.engine}</View> : null}
      <View className={`review-figure t-s ${weight}`}>{row.reviewed}</View>
      {isWide ? <View className="review-reason t-s c-ink-2">{reasonWords(row)}</View> : null}
    </>
  );
}

function reasonWords({ reason, standingReason }: ReviewRow): string {
  return reason === '' ? standingReason : reason;
}

/** `系统算5.71` and the reason: on a phone, which has no room for their columns, what the engine made of a line that was changed, and why. */
function differenceWords(row: ReviewRow): string {
  return factsInLine(row.engine === row.reviewed ? '' : `系统算${row.engine}`, reasonWords(row));
}

function mostText({ most, thing }: ReviewRow): string {
  return thing === null ? pointsText(most) : most;
}

interface TableProps {
  readonly table: ReviewTable;
  readonly openKey: string | null;
  readonly onOpen: (key: string) => void;
}

/** Line by line: the county's own beside the engine's beside the reviewer's. A line opens into why. */
export function ReviewLines({ table, openKey, onOpen }: TableProps) {
  const { isWide } = useDisplay();
  return (
    <View className="review-lines">
      <View className="review-row is-head t-s c-ink-2">
        <View className="review-name">项目</View>
        {isWide ? <View className="review-figure">满分</View> : null}
        <View className="review-figure">自评</View>
        {isWide ? <View className="review-figure">系统算</View> : null}
        <View className="review-figure">复核</View>
        {isWide ? <View className="review-reason">改分理由</View> : null}
      </View>
      {table.rows.map((row) => (
        <Pressable
          key={row.key}
          className={`review-row ${row.key === openKey ? 'is-open' : ''}`}
          isExpanded={row.key === openKey}
          onPress={() => {
            onOpen(row.key);
          }}
        >
          <View className={`review-name t-s ${row.thing === null ? 'is-bold' : 'is-thing'}`}>
            <View className={hanging(row.title)}>{row.title}</View>
            {row.ownWord === null ? null : <View className="review-own t-xs c-soon">{row.ownWord}</View>}
            {isWide || differenceWords(row) === '' ? null : (
              <View className="review-own t-xs c-ink-2">{differenceWords(row)}</View>
            )}
          </View>
          <Figures row={row} isWide={isWide} />
        </Pressable>
      ))}
    </View>
  );
}

interface TotalsProps {
  readonly view: AssessmentView;
  readonly table: ReviewTable;
  readonly label: string;
  readonly onOpen: (told: ToldNumber) => void;
}

/** 自评, 系统算, 复核 beside each other, and what the factor makes of the last. Each opens into why. */
export function ReviewTotals({ view, table, label, onOpen }: TotalsProps) {
  const { month, self, engine, reviewed } = table;
  const judged = toldOnDesk(view, label, table.judged);
  const totals: readonly Total[] = [
    { name: '自评', value: self?.total ?? unsentWords(view), told: toldNumber(view, 'self'), isWord: self === null },
    { name: '系统算', value: engine.raw.total, told: toldOnDesk(view, '系统算', month) },
    { name: label, value: reviewed.raw.total, told: judged },
    { name: '折算后', value: reviewed.score, told: judged },
  ];
  return (
    <View className="review-totals">
      {totals.map((total) => (
        <TotalNumber key={total.name} total={total} isMain={total.name === label} onOpen={onOpen} />
      ))}
    </View>
  );
}

/** What stands for a number that the county did not write here: `6月22日 10:00邮件报来`, what was noted for it (代录). */
function unsentWords({ metAt, channel }: AssessmentView): string {
  return metAt === null || channel === null ? '没报' : `${formatMoment(metAt, now())}${cameWords(channel)}`;
}

interface Total {
  readonly name: string;
  readonly value: string;
  /** Whether words stand in the number's place. */
  readonly isWord?: boolean;
  /** Null where there is no number to open. */
  readonly told: ToldNumber | null;
}

interface TotalProps extends Pick<TotalsProps, 'onOpen'> {
  readonly total: Total;
  readonly isMain: boolean;
}

/** Words longer than this do not stand beside three numbers on a phone, in characters. */
const SHORT_WORD = 4;

function TotalNumber({ total, isMain, onOpen }: TotalProps) {
  const { name, value, told, isWord = false } = total;
  const words = (
    <>
      <View className="t-xs c-ink-2">{name}</View>
      <View className={`${isWord ? 't-s' : 't-1'} ${isMain ? '' : 'score-light'} ${told === null ? '' : 'c-brand'}`}>
        {value}
      </View>
    </>
  );
  const className = `review-total ${isWord && value.length > SHORT_WORD ? 'is-words' : ''}`;
  if (told === null) return <View className={className}>{words}</View>;
  return (
    <Pressable
      className={className}
      label={`${name}${value}，看来由`}
      onPress={() => {
        onOpen(told);
      }}
    >
      {words}
    </Pressable>
  );
}
