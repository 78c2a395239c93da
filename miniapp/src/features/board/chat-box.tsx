import type { BoardColumn, BoardRow } from '@jiannuo/shared/obligations';
import type { RemindResultView } from '@jiannuo/shared/notifications';
import { View } from '@tarojs/components';
import { copyText } from '../../platform/device/clipboard';
import { useDisplay } from '../../platform/device/display';
import { Button } from '../../ui/button/button';
import { showToast } from '../../ui/overlay/toast';
import { useRemind } from './board.api';
import { missingObligations } from './board-filter';

/** What became of a tap on 提醒, in one sentence. */
export function remindWords(result: RemindResultView): string {
  const parts = [
    result.queued > 0 ? `${String(result.queued)}家的提醒正在发，没送达的列进电话名单` : '',
    result.alreadyTonight > 0 ? `${String(result.alreadyTonight)}家刚提醒过，不再发` : '',
    result.alreadyDone > 0 ? `${String(result.alreadyDone)}家已经报了` : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '没有要提醒的单位。' : `${parts.join('；')}。`;
}

/** How often a tap on 提醒 reaches a unit. */
const REMIND_RULE = '只发给没报的，每家1小时最多1次，晚上只1次。';

interface ChatBoxProps {
  readonly board: BoardColumn;
  readonly column: number;
  readonly rows: readonly BoardRow[];
}

/** The sentence for the chat group with its copy, and one tap to remind those missing. */
export function ChatBox({ board, column, rows }: ChatBoxProps) {
  const { isSending, error, result, remind } = useRemind();
  const { isWide } = useDisplay();
  const missing = missingObligations(rows, column);
  const copy = async () => {
    showToast((await copyText(board.chatSentence)) ? '复制了' : '没复制上，请手抄');
  };
  const note = isSending ? '正在发，请别关。' : result === null ? REMIND_RULE : remindWords(result);
  return (
    <View>
      <View className="chat-sentence t-body">{board.chatSentence}</View>
      <View className="chat-verbs row below-3">
        <View className="grow">
          <Button look="plain" icon="copy" isBlock onPress={() => void copy()}>
            {isWide ? '复制' : '复制群消息'}
          </Button>
        </View>
        {missing.length === 0 ? null : (
          <View className="grow gap-3">
            <Button
              isBlock
              id="remind-missing"
              onPress={() => {
                remind(missing);
              }}
            >
              {`提醒这${String(missing.length)}家`}
            </Button>
          </View>
        )}
      </View>
      {missing.length === 0 && result === null ? null : (
        <View className="t-xs c-ink-2 below-2" aria-live="polite">
          {note}
        </View>
      )}
      {error === null ? null : <View className="t-xs c-late below-1">{error.sentence}</View>}
    </View>
  );
}
