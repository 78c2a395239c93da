import { formatMoment } from '@jiannuo/shared/kernel';
import { commitmentOf, numberRanges, type DrawView, type SpotCheckView } from '@jiannuo/shared/spot-checks';
import { Text, View } from '@tarojs/components';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { StatusWord } from '../../ui/status/status-word';
import { drawnWords, lastWords, lotWords, rangeWords } from './draw-words';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});
const COLUMNS = ['单位', '上次', '权重', '号段', '结果'];

/** 月前公布承诺, 揭示种子, 权重和号段, 摇号: each with what proves it. */
export function DrawSteps({ view }: { readonly view: SpotCheckView }) {
  return (
    <Timeline steps={[promiseStep(view), ...(view.draw === null ? [nextStep(view)] : drawnSteps(view, view.draw))]} />
  );
}

function promiseStep({ commitment, announcedAt, announcesAt, serverNow, beginsAt }: SpotCheckView): TimelineStep {
  const step = { id: 'promise', title: '月前公布承诺' };
  if (commitment === null || announcedAt === null) {
    if (serverNow >= beginsAt) return { ...step, state: 'info', when: '没有公布', below: '过了月初就不能再补。' };
    return { ...step, state: 'next', when: `${formatMoment(announcesAt)}自动`, below: '也可以提前公布。' };
  }
  const below = (
    <>
      <View className="draw-hash">{commitment}</View>
      种子的SHA-256。公布后谁也换不了种子。
    </>
  );
  return { ...step, state: 'done', when: formatMoment(announcedAt), below };
}

function nextStep({ drawableAt }: SpotCheckView): TimelineStep {
  const when = `${formatMoment(drawableAt)}起`;
  return { id: 'draw', state: 'next', title: '揭示种子、摇号', when, below: '自查评分截止后，由牵头单位摇号。' };
}

function drawnSteps(view: SpotCheckView, draw: DrawView): readonly TimelineStep[] {
  const isKept = commitmentOf(draw.seed) === view.commitment;
  return [
    {
      id: 'seed',
      state: 'done',
      title: '揭示种子',
      when: formatMoment(draw.revealedAt),
      below: (
        <View className="draw-hash row row-wrap between">
          <Text>{draw.seed}</Text>
          <StatusWord shape={isKept ? 'done' : 'late'} isBold>
            {isKept ? '和承诺一致' : '和承诺不一致'}
          </StatusWord>
        </View>
      ),
    },
    {
      id: 'weights',
      state: 'done',
      title: '权重和号段',
      when: '隔得越久，越容易抽到',
      below: <Weights draw={draw} mostMonths={view.mostMonths} />,
    },
    {
      id: 'lots',
      state: 'done',
      title: '摇号',
      when: `${String(draw.drawn.filter(({ how }) => how === 'lot').length)}次`,
      below: draw.drawn.map((drawn, index) => (
        <View className="draw-lot row between" key={drawn.unitId}>
          <View className="grow">
            <Text className="c-ink draw-lot-name">{drawn.how === 'lot' ? `第${String(drawn.lot)}次` : '必抽'}</Text>
            {drawn.how === 'lot' ? <Text className="draw-short">{`${drawn.hash.slice(0, 8)}…`}</Text> : null}
            <Text>{lotWords(drawn, draw.drawn[index - 1])}</Text>
          </View>
          <Text className="is-bold c-ink">{drawn.unitName}</Text>
        </View>
      )),
    },
  ];
}

function Weights({ draw, mostMonths }: { readonly draw: DrawView; readonly mostMonths: number }) {
  const ranges = numberRanges(draw.candidates, mostMonths);
  const sum = [...ranges.values()].reduce((most, { to }) => Math.max(most, to + 1), 0);
  return (
    <>
      <View className="draw-table" {...role('table')}>
        <View className="draw-row" {...role('row')}>
          {COLUMNS.map((column) => (
            <View className="draw-cell" key={column} {...role('columnheader')}>
              {column}
            </View>
          ))}
        </View>
        {draw.candidates.map(({ unitId, unitName, lastPeriod, weight }) => {
          const drawn = draw.drawn.find((each) => each.unitId === unitId);
          const cells = [
            unitName,
            lastWords(lastPeriod),
            String(weight),
            rangeWords(ranges.get(unitId)),
            drawnWords(drawn),
          ];
          return (
            <View className={`draw-row c-ink ${drawn === undefined ? '' : 'is-drawn'}`} key={unitId} {...role('row')}>
              {cells.map((cell, index) => (
                <View className="draw-cell" key={COLUMNS[index]} {...role('cell')}>
                  {cell}
                </View>
              ))}
            </View>
          );
        })}
      </View>
      {`权重是隔了几个月，隔满${String(mostMonths)}个月必抽。${sum === 0 ? '' : `号段从0起，共${String(sum)}个号。`}`}
    </>
  );
}
