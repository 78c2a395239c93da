import type { QuestionView, Replay } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Answered } from '../../ui/state/state-view';
import { useSandbox } from './api/load-sandbox.api';
import { monthList } from './ruling-words';

interface SandboxProps {
  readonly year: number;
  readonly question: QuestionView;
  /** The value that is being thought of; its column is marked. */
  readonly chosen: string;
}

/**
 * What each reading would make of the year (口径沙盘): official order, nothing sorted by score. A ruling that waits to be
 * checked has its column, so that whoever checks it sees what it would move.
 */
export function SandboxPart({ year, question, chosen }: SandboxProps) {
  const waiting = question.rulings.find(({ state }) => state === 'draft')?.value ?? null;
  const query = useSandbox(year, question.name, waiting);
  return <Answered query={query}>{(replay) => <Replayed replay={replay} chosen={waiting ?? chosen} />}</Answered>;
}

function Replayed({ replay, chosen }: { readonly replay: Replay; readonly chosen: string }) {
  const { isWide } = useDisplay();
  if (replay.rows.length === 0) {
    return <View className="below-3 t-s c-ink-2">还没有评过分的月份。评过一个月，这里就能推算。</View>;
  }
  return (
    <>
      <View className="below-1 t-s c-ink-2">{`按${monthList(replay.months)}推算全年。`}</View>
      {isWide ? <ReplayTable replay={replay} chosen={chosen} /> : <ReplayRows replay={replay} />}
      <View className="below-1 t-xs c-ink-2">
        {`排列按公文顺序，不按分数。${replay.rows.some(({ isMoved }) => isMoved) ? '划线的先后会变。' : ''}`}
      </View>
      <Changes title="会变的" isMoving lines={replay.moves} />
      <Changes title="不变的" lines={replay.stays.map((head) => ({ head, text: '' }))} />
    </>
  );
}

function ReplayTable({ replay, chosen }: { readonly replay: Replay; readonly chosen: string }) {
  return (
    <View className="replay">
      <View className="replay-row is-head t-s c-ink-2">
        <View className="replay-unit">县（市、区）</View>
        <View className="replay-number">月均原分</View>
        <View className="replay-number">创新</View>
        {replay.readings.map(({ value, name, most }) => (
          <View className={`replay-number is-reading ${value === chosen ? 'is-chosen' : ''}`} key={value}>
            <View className="is-bold c-ink">{name}</View>
            <View className="t-xs">{`最多${most}`}</View>
          </View>
        ))}
      </View>
      {replay.rows.map((row) => (
        <View className="replay-row t-s" key={row.unitId}>
          <View className="replay-unit is-bold">{row.unitName}</View>
          <View className="replay-number c-ink-2">{row.average}</View>
          <View className="replay-number c-ink-2">{row.innovation}</View>
          {replay.readings.map(({ value }, index) => (
            <View className={`replay-number is-reading ${value === chosen ? 'is-chosen' : ''}`} key={value}>
              <View className={row.isMoved ? 'replay-moved is-bold' : ''}>{row.totals[index]}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

interface ReplayCardProps {
  readonly title: string;
  readonly readings: Replay['readings'];
  readonly totals: readonly (string | undefined)[];
  readonly isMoved?: boolean;
}

/** One line of values under the names of the readings, in their columns. */
function ReplayCard({ title, readings, totals, isMoved = false }: ReplayCardProps) {
  return (
    <View className="replay-card">
      <View className="t-s is-bold">{title}</View>
      <View className="row row-wrap">
        {readings.map(({ value, name }, index) => (
          <View className="replay-cell" key={value}>
            <View className="t-xs c-ink-2">{name}</View>
            <View className={isMoved ? 't-body replay-moved is-bold' : 't-body'}>{totals[index]}</View>
          </View>
        ))}
      </View>
    </View>
  );
}

/** The same on a phone: what each reading can reach, then a unit a line. */
function ReplayRows({ replay: { readings, rows } }: { readonly replay: Replay }) {
  return (
    <View className="replay">
      <ReplayCard title="最多能得" readings={readings} totals={readings.map(({ most }) => most)} />
      {rows.map(({ unitId, unitName, totals, isMoved }) => (
        <ReplayCard key={unitId} title={unitName} readings={readings} totals={totals} isMoved={isMoved} />
      ))}
    </View>
  );
}

interface ChangesProps {
  readonly title: string;
  readonly lines: Replay['moves'];
  readonly isMoving?: boolean;
}

function Changes({ title, lines, isMoving = false }: ChangesProps) {
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level={3} className="t-2 replay-title">
        {title}
      </Heading>
      {lines.map(({ head, text }) => (
        <View className="row row-top replay-line t-s" key={head}>
          <Icon name={isMoving ? 'refresh' : 'check'} size="small" className="replay-mark c-ink-2" />
          <View className="grow gap-2">
            <View className={isMoving ? 'is-bold' : ''}>{head}</View>
            {text === '' ? null : <View className="c-ink-2">{text}</View>}
          </View>
        </View>
      ))}
    </>
  );
}
