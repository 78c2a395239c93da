import { BURDEN_COLUMN_TITLES, type BurdenColumn, type BurdenEntry } from '@jiannuo/shared/burden';
import { beijingDate, formatDay, formatDue } from '@jiannuo/shared/kernel';
import { Text, View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Card, GroupTitle } from '../../ui/card/card';
import { Row } from '../../ui/row/row';

/** Everything is in one of these columns, and in one alone. */
const WHOLE: readonly (readonly [BurdenColumn, string])[] = [
  ['owed', '要办的'],
  ['notices', '收到的通知'],
  ['inspections', '督导'],
];

const PAGES: Readonly<Record<NonNullable<BurdenEntry['record']>['kind'], string>> = {
  ticket: 'supervision/ticket',
  finding: 'inspections/finding',
  matter: 'coordination/matter',
  inspection: 'inspections/one',
};

interface EntryListProps {
  readonly entries: readonly BurdenEntry[];
  /** Only what is behind this number; null for everything. */
  readonly column: BurdenColumn | null;
}

/** What is behind the numbers of a unit: what it is about, who asked, by when; what was asked again, why. */
export function EntryList({ entries, column }: EntryListProps) {
  const groups = column === null ? WHOLE : [[column, BURDEN_COLUMN_TITLES[column]] as const];
  const filled = groups.flatMap(([of, title]) => {
    const rows = entries.filter(({ columns }) => columns.includes(of));
    return rows.length === 0 ? [] : [{ title, rows }];
  });
  if (filled.length === 0) return <View className="burden-none t-s c-ink-2">这个月没有向它要什么。</View>;
  return (
    <>
      {filled.map(({ title, rows }) => (
        <View key={title}>
          <GroupTitle>{`${title} ${String(rows.length)}`}</GroupTitle>
          <Card fit="rows">
            {rows.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </Card>
        </View>
      ))}
    </>
  );
}

function Entry({ entry: { title, matter, by, at, repeatReason, columns, record } }: { readonly entry: BurdenEntry }) {
  const when = columns.includes('owed') ? formatDue(at, now()) : `${formatDay(beijingDate(at), now())}告知`;
  const open = {
    onPress: () => {
      if (record !== null) openPage(PAGES[record.kind], { id: record.id });
    },
  };
  return (
    <Row
      above={matter === '' ? when : title}
      title={matter === '' ? title : matter}
      below={
        <>
          {matter === '' ? null : (
            <View className="burden-numbers">
              <Text className="burden-word">{when}</Text>
              {by === '' ? null : <Text>{`${by}要的`}</Text>}
            </View>
          )}
          {repeatReason === '' ? null : <View>{`再要一次的理由：${repeatReason}`}</View>}
        </>
      }
      {...(record === null ? {} : open)}
    />
  );
}
