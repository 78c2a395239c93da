import type { BoardColumn, BoardView } from '@jiannuo/shared/obligations';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { openPage } from '../../platform/navigation';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { Pressable } from '../../ui/pressable/pressable';
import { ChatBox } from './chat-box';
import { exportMonth } from './export-month';

interface BoardRailProps {
  readonly board: BoardView;
  readonly column: BoardColumn;
  readonly columnIndex: number;
  readonly callList: ReactNode;
}

/** Beside the table on wide windows: the sentence for the group, whom to telephone, other ways in and out. */
export function BoardRail({ board, column, columnIndex, callList }: BoardRailProps) {
  return (
    <>
      <View className="board-rail-part">
        <Heading level={2} className="t-2">
          发到群里的一句话
        </Heading>
        <View className="below-2" />
        <ChatBox board={column} column={columnIndex} rows={board.rows} />
      </View>
      <View className="board-rail-part">
        {callList}
        <Pressable
          role="link"
          className="board-rail-link c-brand t-s"
          onPress={() => {
            openPage('enter-for');
          }}
        >
          <Icon name="report" size="small" />
          <Text className="gap-2">代录纸质、邮件来件</Text>
        </Pressable>
        <Pressable role="link" className="board-rail-link c-brand t-s" onPress={() => void exportMonth(board.period)}>
          <Icon name="download" size="small" />
          <Text className="gap-2">导出本月报送情况</Text>
        </Pressable>
      </View>
    </>
  );
}
