import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { type LedgerRowView, type LedgerYearUnit, type LedgerYearView } from '@jiannuo/shared/ledger';
import { UNIT_KIND_NAMES, type UnitKind } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../platform/navigation';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { Answered } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { useLedgerMonth } from './api/load-month.api';
import { cellWords, gapWords, markOf, rowWords, totalCell } from './ledger-words';
import { LeadActSheet, leadActsOn, type LeadAct } from './lead-acts';

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

type Filter = UnitKind | 'all' | 'gaps';
const KINDS: readonly UnitKind[] = ['county', 'zone', 'department'];

interface YearMatrixProps {
  readonly view: LedgerYearView;
  readonly mayManage: boolean;
  /** Part of a unit's name that is looked for. */
  readonly asked: string;
}

function hasGap({ complete, measures }: LedgerYearUnit): boolean {
  return complete < measures;
}

function filterOf(filter: Filter, words: string): (unit: LedgerYearUnit) => boolean {
  return (unit) => {
    const isKind = filter === 'all' || (filter === 'gaps' ? hasGap(unit) : unit.unitKind === filter);
    return isKind && unit.unitName.includes(words);
  };
}

/** The year as a table for wide windows: a line a unit, a cell a month; one unit opens in place. */
export function YearMatrix({ view, mayManage, asked }: YearMatrixProps) {
  const [filter, setFilter] = useState<Filter>('all');
  const [openId, setOpenId] = useState<string | null>(mayManage ? null : (view.units[0]?.unitId ?? null));
  const shown = view.units.filter(filterOf(filter, asked));
  return (
    <View>
      {mayManage ? <Filters view={view} filter={filter} onFilter={setFilter} /> : null}
      <View className="year-table" {...role('table')}>
        <Head view={view} />
        {shown.map((unit) => (
          <UnitLine
            key={unit.unitId}
            view={view}
            unit={unit}
            isOpen={unit.unitId === openId}
            onToggle={() => {
              setOpenId(unit.unitId === openId ? null : unit.unitId);
            }}
          />
        ))}
        {shown.length > 1 ? <TotalLine view={view} units={shown} /> : null}
      </View>
      {shown.length === 0 ? <View className="t-s c-ink-2 below-3">没有这样的单位。</View> : null}
    </View>
  );
}

function Filters({
  view,
  filter,
  onFilter,
}: {
  readonly view: LedgerYearView;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const tabs: readonly (readonly [Filter, string])[] = [
    ['all', `全部 ${String(view.units.length)}`],
    ...KINDS.map((kind) => {
      const count = view.units.filter(({ unitKind }) => unitKind === kind).length;
      return [kind, `${UNIT_KIND_NAMES[kind]} ${String(count)}`] as const;
    }),
    ['gaps', `六个一有缺 ${String(view.units.filter(hasGap).length)}`],
  ];
  return (
    <View className="year-filters row between row-wrap">
      <View className="row row-wrap" {...role('tablist')}>
        {tabs.map(([id, label]) => (
          <Pressable
            key={id}
            role="tab"
            className={`year-tab t-s ${id === filter ? 'is-chosen' : ''}`}
            isSelected={id === filter}
            onPress={() => {
              onFilter(id);
            }}
          >
            {label}
          </Pressable>
        ))}
      </View>
      <View className="row row-wrap year-legend">
        <View className="t-xs c-ink-2">完成/措施</View>
        <StatusWord shape="done">全完成</StatusWord>
        <StatusWord shape="late">过月没完成</StatusWord>
        <StatusWord shape="doing">本月</StatusWord>
        <StatusWord shape="not-yet">还没到</StatusWord>
        <StatusWord shape="gap">没列措施</StatusWord>
      </View>
    </View>
  );
}

function Head({ view }: { readonly view: LedgerYearView }) {
  return (
    <View className="year-line is-head t-xs c-ink-2" {...role('row')}>
      <View className="year-unit" {...role('columnheader')}>
        单位
      </View>
      {view.periods.map((period) => (
        <View className={cellClass(period, view)} key={period} {...role('columnheader')}>
          {period === view.currentPeriod ? `${formatPeriod(period)} 本月` : formatPeriod(period)}
        </View>
      ))}
      <View className="year-ones" {...role('columnheader')}>
        六个一
      </View>
      <View className="year-verb" {...role('columnheader')} aria-label="展开" />
    </View>
  );
}

function cellClass(period: Period, { currentPeriod }: LedgerYearView): string {
  return `year-cell ${period === currentPeriod ? 'is-current' : ''}`;
}

/** All shown units together, month by month. */
function TotalLine({ view, units }: { readonly view: LedgerYearView; readonly units: readonly LedgerYearUnit[] }) {
  return (
    <View className="year-line" {...role('row')}>
      <View className="year-unit t-s is-bold" {...role('cell')}>
        合计
      </View>
      {view.periods.map((period) => {
        const { shape, text } = cellWords(totalCell(units, period), view.currentPeriod);
        return (
          <View className={cellClass(period, view)} key={period} {...role('cell')}>
            <StatusWord shape={shape}>{text}</StatusWord>
          </View>
        );
      })}
      <View className="year-ones" {...role('cell')} />
      <View className="year-verb" {...role('cell')} />
    </View>
  );
}

interface UnitLineProps {
  readonly view: LedgerYearView;
  readonly unit: LedgerYearUnit;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function UnitLine({ view, unit, isOpen, onToggle }: UnitLineProps) {
  const ones = `${String(unit.complete)}/${String(unit.measures)}`;
  return (
    <>
      <View className={`year-line ${isOpen ? 'is-open' : ''}`} {...role('row')}>
        <View className="year-unit t-s is-bold" {...role('cell')}>
          {unit.unitName}
        </View>
        {unit.cells.map((cell) => {
          const words = cellWords(cell, view.currentPeriod);
          return (
            <View className={cellClass(cell.period, view)} key={cell.period} {...role('cell')}>
              <StatusWord shape={words.shape}>{words.text}</StatusWord>
            </View>
          );
        })}
        <View className="year-ones t-s" {...role('cell')}>
          {hasGap(unit) ? <StatusWord shape="gap">{ones}</StatusWord> : ones}
        </View>
        <View className="year-verb" {...role('cell')}>
          <Pressable
            className="year-toggle c-ink-2"
            label={`${unit.unitName}，${isOpen ? '收起' : '展开'}`}
            isExpanded={isOpen}
            onPress={onToggle}
          >
            <Icon name={isOpen ? 'up' : 'down'} />
          </Pressable>
        </View>
      </View>
      {isOpen ? <OpenUnit view={view} unit={unit} /> : null}
    </>
  );
}

/** A unit's month, opened in its line: what is asked, how complete it is, how it stands. */
function OpenUnit({ view, unit }: { readonly view: LedgerYearView; readonly unit: LedgerYearUnit }) {
  const first = view.periods.includes(view.currentPeriod) ? view.currentPeriod : (view.periods.at(-1) ?? '');
  const [period, setPeriod] = useState<Period>(first);
  const query = useLedgerMonth(period, unit.unitId);
  const at = view.periods.indexOf(period);
  const other = view.periods[at + 1] ?? view.periods[at - 1];
  return (
    <View className="year-open" {...role('row')}>
      <View {...role('cell')}>
        <Answered query={query}>
          {(month) => {
            const done = month.rows.filter(({ state }) => state === 'done').length;
            return (
              <>
                <View className="row between">
                  <View className="t-s is-bold">{`${formatPeriod(period)}，${String(month.rows.length)}项措施完成${String(done)}项`}</View>
                  <View className="row">
                    {other === undefined ? null : (
                      <Verb
                        label={`看${formatPeriod(other)}`}
                        onPress={() => {
                          setPeriod(other);
                        }}
                      />
                    )}
                    <Verb
                      label="打开"
                      onPress={() => {
                        openPage('ledger', { period, unitId: unit.unitId });
                      }}
                    />
                  </View>
                </View>
                {month.rows.map((row) => (
                  <MeasureLine key={row.id} row={row} mark={markOf(month.headings, row.measure.headingId)} />
                ))}
              </>
            );
          }}
        </Answered>
      </View>
    </View>
  );
}

function Verb({ label, onPress }: { readonly label: string; readonly onPress: () => void }) {
  return (
    <Pressable className="year-link t-s c-brand" onPress={onPress}>
      {label}
    </Pressable>
  );
}

function MeasureLine({ row, mark }: { readonly row: LedgerRowView; readonly mark: string }) {
  const [asked, setAsked] = useState<LeadAct | null>(null);
  const words = rowWords(row);
  const gap = gapWords(row.measure);
  const count = row.evidence.length;
  return (
    <View className="year-measure t-s">
      <View className="year-title">{`${mark}${row.measure.title}`}</View>
      <View className="year-goal c-ink-2">{row.goal}</View>
      <View className="year-gap">{gap === null ? '六个一齐全' : <StatusWord shape="gap">{gap}</StatusWord>}</View>
      <View className="year-proof c-ink-2">{count === 0 ? '没有佐证' : `佐证${String(count)}份`}</View>
      <View className="year-state row">
        <StatusWord shape={words.shape}>{words.text}</StatusWord>
        {leadActsOn(row).map((each) => (
          <Verb
            key={each.action}
            label={each.label}
            onPress={() => {
              setAsked(each);
            }}
          />
        ))}
      </View>
      {asked === null ? null : (
        <LeadActSheet
          act={asked}
          row={row}
          onClose={() => {
            setAsked(null);
          }}
        />
      )}
    </View>
  );
}
