import {
  maskPhone,
  UNIT_KIND_NAMES,
  type AppointmentView,
  type DirectoryGap,
  DIRECTORY_GAPS,
} from '@jiannuo/shared/people';
import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/card/card';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import { GAP_WORDS, holdersOf, type DirectoryLine } from './directory-lines';

/** Which units are shown: all, or those that lack one thing. */
export type DirectoryFilter = DirectoryGap | 'all';

interface FilterRowProps {
  readonly lines: readonly DirectoryLine[];
  readonly filter: DirectoryFilter;
  readonly onFilter: (filter: DirectoryFilter) => void;
}

/** The sums are the filters; what nobody lacks is not offered. */
export function FilterRow({ lines, filter, onFilter }: FilterRowProps) {
  const counts = DIRECTORY_GAPS.map((gap) => ({ gap, count: lines.filter(({ gaps }) => gaps.includes(gap)).length }));
  const options = [
    { value: 'all' as const, label: `全部 ${String(lines.length)}` },
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ gap, count }) => ({ value: gap, label: `${GAP_WORDS[gap]} ${String(count)}` })),
  ];
  return (
    <View
      className="people-filter row row-wrap"
      {...(IS_BROWSER ? { role: 'radiogroup', 'aria-label': '看哪些' } : {})}
    >
      {options.map(({ value, label }) => (
        <Pressable
          key={value}
          role="radio"
          isSelected={value === filter}
          className={`people-filter-part t-s ${value === filter ? 'is-chosen' : 'c-ink-2'}`}
          onPress={() => {
            onFilter(value);
          }}
        >
          {label}
        </Pressable>
      ))}
    </View>
  );
}

interface DirectoryListProps {
  readonly lines: readonly DirectoryLine[];
  readonly openId: string | null;
  readonly onOpen: (unitId: string) => void;
}

function shortPhone({ phone }: AppointmentView): string {
  return /^\d+$/.test(phone) ? maskPhone(phone) : phone;
}

function mainHolder(line: DirectoryLine): AppointmentView | undefined {
  return holdersOf(line, line.unit.kind === 'lead' ? 'lead-officer' : 'liaison')[0];
}

function Gaps({ gaps }: Pick<DirectoryLine, 'gaps'>) {
  return (
    <View className="row row-wrap">
      {gaps.map((gap) => (
        <View className="people-gap" key={gap}>
          <StatusWord shape="gap">{GAP_WORDS[gap]}</StatusWord>
        </View>
      ))}
    </View>
  );
}

/** The units as rows, on phones. */
export function DirectoryCards({ lines, onOpen }: Omit<DirectoryListProps, 'openId'>) {
  return (
    <Card fit="rows">
      {lines.map((line) => {
        const holder = mainHolder(line);
        return (
          <Row
            key={line.unit.id}
            title={line.unit.name}
            below={
              <View>
                {holder === undefined ? null : (
                  <View className="row row-wrap">
                    <View className="people-gap">{holder.personName}</View>
                    <View className="unbroken">{shortPhone(holder)}</View>
                  </View>
                )}
                <Gaps gaps={line.gaps} />
              </View>
            }
            onPress={() => {
              onOpen(line.unit.id);
            }}
          />
        );
      })}
    </Card>
  );
}

const role = (name: string) => (IS_BROWSER ? { role: name } : {});

/** Columns that give way: the kind when a unit is open beside the table, what is lacking when nothing is. */
interface Columns {
  readonly hasKind: boolean;
  readonly hasLack: boolean;
}

function headOf({ hasKind, hasLack }: Columns): readonly (readonly [className: string, label: string])[] {
  return [
    ['people-unit', '单位'],
    ...(hasKind ? [['people-kind', '类别'] as const] : []),
    ['people-liaison', '联络员'],
    ['people-phone', '手机号'],
    ['people-leader', '分管领导'],
    ...(hasLack ? [['people-lack', '还缺什么'] as const] : []),
  ];
}

interface TableLineProps extends Pick<DirectoryListProps, 'onOpen'> {
  readonly line: DirectoryLine;
  readonly isOpen: boolean;
  readonly columns: Columns;
}

function TableLine({ line, isOpen, columns, onOpen }: TableLineProps) {
  const holder = mainHolder(line);
  const leaders = holdersOf(line, 'leader').map(({ personName }) => personName);
  return (
    <View className={`people-line ${isOpen ? 'is-open' : ''}`} {...role('row')}>
      <View className="people-unit" {...role('cell')}>
        <Pressable
          role="link"
          className="people-name t-s is-bold"
          onPress={() => {
            onOpen(line.unit.id);
          }}
        >
          {line.unit.name}
        </Pressable>
      </View>
      {columns.hasKind ? (
        <View className="people-kind t-s c-ink-2" {...role('cell')}>
          {UNIT_KIND_NAMES[line.unit.kind]}
        </View>
      ) : null}
      <View className="people-liaison t-s" {...role('cell')}>
        {holder === undefined ? <Text className="c-ink-3">—</Text> : holder.personName}
      </View>
      <View className="people-phone t-s c-ink-2" {...role('cell')}>
        {holder === undefined ? '—' : shortPhone(holder)}
      </View>
      <View className="people-leader t-s" {...role('cell')}>
        {leaders.length === 0 ? <Text className="c-ink-3">—</Text> : leaders.join('、')}
      </View>
      {columns.hasLack ? (
        <View className="people-lack" {...role('cell')}>
          <Gaps gaps={line.gaps} />
        </View>
      ) : null}
    </View>
  );
}

/** The units as a table, on wide windows; a name opens its unit beside it. */
export function DirectoryTable({ lines, openId, onOpen }: DirectoryListProps) {
  const isShort = openId !== null;
  const columns = { hasKind: !isShort, hasLack: lines.some(({ gaps }) => gaps.length > 0) };
  return (
    <View className={`people-table ${isShort ? 'is-short' : ''}`} {...role('table')}>
      <View className="people-line is-head t-xs c-ink-2" {...role('row')}>
        {headOf(columns).map(([className, label]) => (
          <View key={label} className={className} {...role('columnheader')}>
            {label}
          </View>
        ))}
      </View>
      {lines.map((line) => (
        <TableLine key={line.unit.id} line={line} isOpen={line.unit.id === openId} columns={columns} onOpen={onOpen} />
      ))}
    </View>
  );
}
