import { isUncontacted, type CoverageCell, type CoverageRow } from '@jiannuo/shared/coordination';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { UNIT_KIND_NAMES, type UnitKind } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import type { MonthProps } from './contacts-month';
import { cellWords, sentenceOf, spokenCell, STANDING_SHAPES } from './coverage-words';

type Filter = 'all' | 'lacking' | UnitKind;

interface MatrixProps extends MonthProps {
  readonly openId: string | null;
  readonly onOpen: (unitId: string) => void;
}

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

function shownBy(filter: Filter, index: number): (row: CoverageRow) => boolean {
  if (filter === 'all') return () => true;
  if (filter !== 'lacking') return ({ unitKind }) => unitKind === filter;
  return ({ cells }) => isUncontacted(cells[index]?.standing ?? 'ahead');
}

/** The year as a table, a line a unit and a column a month; a line opens beside it. */
export function ContactsMatrix(props: MatrixProps) {
  const { view, period, onTurn, openId, onOpen } = props;
  const [filter, setFilter] = useState<Filter>('all');
  const rows = view.rows.filter(shownBy(filter, view.periods.indexOf(period)));
  return (
    <>
      <View className="t-body">{sentenceOf(view, period)}</View>
      <Filters {...props} filter={filter} onFilter={setFilter} />
      <View className="contact-table" {...role('table')}>
        <View className="contact-row is-head t-xs c-ink-2" {...role('row')}>
          <View className="contact-unit" {...role('columnheader')}>
            单位
          </View>
          {view.periods.map((month) => (
            <View key={month} className={monthClass(month, period)} {...role('columnheader')}>
              <Pressable
                className={month === period ? 'contact-month-name is-bold c-ink' : 'contact-month-name'}
                onPress={() => {
                  onTurn(month);
                }}
              >
                {month === view.currentPeriod ? `${formatPeriod(month)} 本月` : formatPeriod(month)}
              </Pressable>
            </View>
          ))}
        </View>
        {rows.map((row) => (
          <View key={row.unitId} className={`contact-row ${row.unitId === openId ? 'is-open' : ''}`} {...role('row')}>
            <View className="contact-unit" {...role('cell')}>
              <Pressable
                className="contact-open t-s is-bold"
                isExpanded={row.unitId === openId}
                onPress={() => {
                  onOpen(row.unitId);
                }}
              >
                {row.unitName}
              </Pressable>
            </View>
            {view.periods.map((month, index) => (
              <View key={month} className={monthClass(month, period)} {...role('cell')}>
                <Cell cell={row.cells[index]} month={month} />
              </View>
            ))}
          </View>
        ))}
      </View>
      {rows.length === 0 ? <View className="t-s c-ink-2 below-3">没有这样的单位。</View> : null}
    </>
  );
}

function monthClass(month: Period, chosen: Period): string {
  return month === chosen ? 'contact-month is-chosen' : 'contact-month';
}

function Cell({ cell, month }: { readonly cell: CoverageCell | undefined; readonly month: Period }) {
  if (cell === undefined) return null;
  return (
    <>
      <View aria-hidden="true">
        <StatusWord shape={STANDING_SHAPES[cell.standing]} isGrey={cell.standing === 'ahead'}>
          {cellWords(cell)}
        </StatusWord>
      </View>
      <View className="visually-hidden">{spokenCell(month, cell)}</View>
    </>
  );
}

interface FiltersProps extends MatrixProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

function Filters({ view, period, filter, onFilter }: FiltersProps) {
  const index = view.periods.indexOf(period);
  const count = (some: Filter) => String(view.rows.filter(shownBy(some, index)).length);
  const kinds = [...new Set(view.rows.map(({ unitKind }) => unitKind))];
  const options: readonly (readonly [Filter, string])[] = [
    ['all', `全部 ${count('all')}`],
    ...kinds.map((kind) => [kind, `${UNIT_KIND_NAMES[kind]} ${count(kind)}`] as const),
    ['lacking', `${formatPeriod(period)}没联系 ${count('lacking')}`],
  ];
  return (
    <View className="contact-filters">
      <View className="row row-wrap" {...role('tablist')}>
        {options.map(([value, label]) => (
          <Pressable
            key={value}
            role="tab"
            isSelected={value === filter}
            className={`contact-filter t-s ${value === filter ? 'is-chosen' : 'c-ink-2'}`}
            onPress={() => {
              onFilter(value);
            }}
          >
            {label}
          </Pressable>
        ))}
      </View>
      <View className="contact-legend">
        <StatusWord shape="done">联系过</StatusWord>
        <StatusWord shape="late">过月没联系</StatusWord>
        <StatusWord shape="gap">本月还没</StatusWord>
        <StatusWord shape="not-yet">还没到</StatusWord>
      </View>
    </View>
  );
}
