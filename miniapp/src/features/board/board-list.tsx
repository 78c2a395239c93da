import type { Instant } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { Card, GroupTitle } from '../../ui/card/card';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import type { ShownRow } from './board-filter';
import { isToBeCalled, receivedWords, reminderWords, standingWords } from './cell-words';

interface BoardListProps {
  readonly title: string;
  readonly rows: readonly ShownRow[];
  readonly now: Instant;
  readonly onOpen: (row: ShownRow) => void;
}

function below({ cell }: ShownRow, now: Instant): string {
  if (cell.metAt !== null) return receivedWords(cell, now);
  return cell.standing === 'waived' ? '' : reminderWords(cell, now);
}

/** The units as rows, for phones. A tap opens what can be done for one. */
export function BoardList({ title, rows, now, onOpen }: BoardListProps) {
  return (
    <>
      <GroupTitle>{`${title} ${String(rows.length)}家`}</GroupTitle>
      {rows.length === 0 ? (
        <View className="footnote t-s c-ink-2">没有这样的单位。</View>
      ) : (
        <Card fit="rows">
          {rows.map((shown) => {
            const { row, cell } = shown;
            const isToCall = isToBeCalled(cell) && cell.metAt === null;
            const standing = isToCall ? ({ shape: 'gap', text: '要打电话' } as const) : standingWords(cell, now);
            const line = below(shown, now);
            return (
              <Row
                key={row.unitId}
                title={row.unitName}
                {...(line === '' ? {} : { below: line })}
                aside={<StatusWord shape={standing.shape}>{standing.text}</StatusWord>}
                onPress={() => {
                  onOpen(shown);
                }}
              />
            );
          })}
        </Card>
      )}
    </>
  );
}
