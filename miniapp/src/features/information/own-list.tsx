import type { WorkUpdateListView } from '@jiannuo/shared/information';
import { View } from '@tarojs/components';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { StateView } from '../../ui/state/state-view';
import type { UpdateDraft } from './draft-store';
import { DraftRow, OwnRow } from './update-rows';
import { headlineOf, sublineOf } from './update-words';

/** The unit's month in a sentence, and what would still add points. */
export function OwnSummary({ view }: { readonly view: WorkUpdateListView }) {
  const more = sublineOf(view);
  return (
    <View className="update-summary">
      <Heading level={2} className="t-1">
        {headlineOf(view)}
      </Heading>
      {more === '' ? null : <View className="t-s c-ink-2">{more}</View>}
    </View>
  );
}

/** Begins a new one, empty or from a file of a chat. */
export function OwnBarVerbs({ isBar = false }: { readonly isBar?: boolean }) {
  return (
    <View className={isBar ? 'update-bar row' : 'row'}>
      {IS_BROWSER ? null : (
        <Button
          look="plain"
          icon="comment"
          onPress={() => {
            openPage('information/write', { pick: 1 });
          }}
        >
          从聊天选
        </Button>
      )}
      <View className={IS_BROWSER ? 'grow' : 'grow gap-3'}>
        <Button
          icon="plus"
          isBlock={isBar}
          onPress={() => {
            openPage('information/write');
          }}
        >
          写一条动态
        </Button>
      </View>
    </View>
  );
}

interface OwnListProps {
  readonly view: WorkUpdateListView;
  readonly drafts: readonly UpdateDraft[];
}

/** What the unit has written and sent, what became of each, and what counts as high quality. */
export function OwnList({ view, drafts }: OwnListProps) {
  const { points, period, criteria } = view;
  // What was taken back and is being written anew stands there once, as what is being written.
  const rows = view.rows.filter(({ id }) => !drafts.some(({ updateId }) => updateId === id));
  const isEmpty = rows.length + drafts.length === 0;
  return (
    <>
      {isEmpty ? (
        <StateView icon="bulletin" title="有做法、有数据，随时报来" />
      ) : (
        <Card fit="rows">
          {drafts.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              onOpen={() => {
                openPage('information/write', { draft: draft.id });
              }}
            />
          ))}
          {rows.map((row) => (
            <OwnRow
              key={row.id}
              row={row}
              points={points}
              period={period}
              onOpen={({ id }) => {
                openPage('information/update', { id });
              }}
            />
          ))}
        </Card>
      )}
      <Footnote>{`高质量的标准：${criteria}`}</Footnote>
    </>
  );
}
