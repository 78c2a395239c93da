import { FEEDBACK_KIND_NAMES, type FeedbackListView, type FeedbackRow } from '@jiannuo/shared/feedback';
import { View } from '@tarojs/components';
import { Card, GroupTitle } from '../../ui/card/card';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { Row } from '../../ui/row/row';
import { StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { factsOf, stateWords } from './feedback-words';

interface FeedbackListProps {
  readonly list: FeedbackListView;
  readonly isLead: boolean;
  readonly onOpen: (id: string) => void;
}

interface Group {
  readonly title: string;
  readonly rows: readonly FeedbackRow[];
}

/** For the lead unit what waits for an answer, then the rest; for a writer one list. */
function groupsOf({ list, isLead }: Pick<FeedbackListProps, 'list' | 'isLead'>): readonly Group[] {
  if (!isLead) return [{ title: '您写的', rows: list.rows }];
  const isWaiting = ({ state }: FeedbackRow) => state === 'received';
  const groups = [
    { title: '等回复', rows: list.rows.filter(isWaiting) },
    { title: '回复过的', rows: list.rows.filter((row) => !isWaiting(row)) },
  ];
  return groups.filter(({ rows }) => rows.length > 0);
}

/** What stands where there is no entry yet. */
export function NoFeedback({ isLead }: { readonly isLead: boolean }) {
  if (isLead) {
    return <StateView icon="comment" title="没有要回复的" lines={['单位写了，就排在这里。']} />;
  }
  return (
    <StateView
      icon="comment"
      title="您还没写过"
      lines={['用着不方便、数据不对、重复要材料，都可以写。', '不影响报送和评分。']}
    />
  );
}

/** The list as a screen of its own, on phones. */
export function FeedbackCards({ list, isLead, onOpen }: FeedbackListProps) {
  if (list.rows.length === 0) return <NoFeedback isLead={isLead} />;
  return (
    <>
      {groupsOf({ list, isLead }).map(({ title, rows }) => (
        <View key={title}>
          <GroupTitle>{title}</GroupTitle>
          <Card fit="rows">
            {rows.map((row) => {
              const { shape, text } = stateWords(row.state);
              return (
                <Row
                  key={row.id}
                  title={<View className="feedback-opening">{row.opening}</View>}
                  isStrong={isLead && row.state === 'received'}
                  below={factsInLine(FEEDBACK_KIND_NAMES[row.kind], factsOf(row, isLead))}
                  aside={<StatusWord shape={shape}>{text}</StatusWord>}
                  onPress={() => {
                    onOpen(row.id);
                  }}
                />
              );
            })}
          </Card>
        </View>
      ))}
    </>
  );
}

/** The list beside the entry, on wide windows. */
export function FeedbackPane({ list, isLead, openId, onOpen }: FeedbackListProps & { readonly openId: string | null }) {
  return (
    <View>
      {groupsOf({ list, isLead }).map(({ title, rows }) => (
        <View key={title}>
          <View className="feedback-group t-xs c-ink-2">{rows.length === 0 ? '您还没写过' : title}</View>
          {rows.map((row) => {
            const { shape, text } = stateWords(row.state);
            return (
              <Pressable
                key={row.id}
                className={`feedback-line ${row.id === openId ? 'is-open' : ''}`}
                onPress={() => {
                  onOpen(row.id);
                }}
              >
                <View className="row between">
                  <View className="t-s is-bold">{FEEDBACK_KIND_NAMES[row.kind]}</View>
                  <StatusWord shape={shape}>{text}</StatusWord>
                </View>
                <View className="feedback-opening t-s">{row.opening}</View>
                <View className="t-xs c-ink-2">{factsOf(row, isLead)}</View>
              </Pressable>
            );
          })}
        </View>
      ))}
      {list.rows.length === 0 && isLead ? <View className="feedback-group t-s c-ink-2">没有要回复的</View> : null}
    </View>
  );
}
