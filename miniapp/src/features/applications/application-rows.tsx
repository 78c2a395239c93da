import type { ApplicationRow } from '@jiannuo/shared/applications';
import { beijingDate, formatDay, formatMoment } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { savedWords } from '../../ui/due/saved-words';
import { hanging } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import { categoryWords, outcomeWords, stateWords } from './application-words';
import type { ApplicationDraft } from './draft-store';

function dayOf({ submittedAt }: ApplicationRow): string {
  return formatDay(beijingDate(submittedAt)).replace(/ .*$/, '');
}

interface RowProps {
  readonly row: ApplicationRow;
  readonly isLead: boolean;
  readonly onOpen: (id: string) => void;
}

/** An application in a list on phones: the state, or for the lead unit whose it is; under it what became of it. */
export function ListRow({ row, isLead, onOpen }: RowProps) {
  const { shape, text } = stateWords(row.state);
  const state = (
    <StatusWord shape={shape} isBold={!isLead}>
      {text}
    </StatusWord>
  );
  const above = isLead ? (
    factsInLine(row.unitName, formatMoment(row.submittedAt, now()))
  ) : (
    <>
      {state}
      <View className="gap-2">{dayOf(row)}</View>
    </>
  );
  const below = factsInLine(row.kindTitle, row.state === 'submitted' ? '' : outcomeWords(row));
  return (
    <Row
      above={above}
      title={row.title}
      below={
        isLead ? (
          <>
            <View className="application-state">{state}</View>
            <View>{below}</View>
          </>
        ) : (
          below
        )
      }
      onPress={() => {
        onOpen(row.id);
      }}
    />
  );
}

interface DraftProps {
  readonly draft: ApplicationDraft;
  readonly onOpen: (draft: ApplicationDraft) => void;
}

/** What was written and not handed in. */
export function DraftRow({ draft, onOpen }: DraftProps) {
  const { title, category, savedAt } = draft;
  return (
    <Row
      above={
        <>
          <StatusWord shape="doing" isBold>
            没交，存着
          </StatusWord>
          <View className="gap-2">{savedAt === null ? '' : savedWords(savedAt, now())}</View>
        </>
      }
      title={title === '' ? '还没写名称' : title}
      below={categoryWords(category)}
      onPress={() => {
        onOpen(draft);
      }}
    />
  );
}

interface PaneProps extends RowProps {
  readonly isOpen: boolean;
}

/** The same beside what is open, on wide windows. */
export function ApplicationPaneRow({ row, isLead, isOpen, onOpen }: PaneProps) {
  const { shape, text } = stateWords(row.state);
  return (
    <PaneRow
      isOpen={isOpen}
      onOpen={() => {
        onOpen(row.id);
      }}
    >
      <View className="row row-wrap between">
        <View className="t-xs c-ink-2">{isLead ? row.unitName : dayOf(row)}</View>
        <StatusWord shape={shape}>{text}</StatusWord>
      </View>
      <View className={`t-s ${hanging(row.title)} ${isLead && row.state !== 'submitted' ? '' : 'is-bold'}`}>
        {row.title}
      </View>
      <View className="t-xs c-ink-2">{row.kindTitle}</View>
    </PaneRow>
  );
}

/** A draft beside what is open. */
export function DraftPaneRow({ draft, onOpen }: DraftProps) {
  return (
    <PaneRow
      isOpen={false}
      onOpen={() => {
        onOpen(draft);
      }}
    >
      <StatusWord shape="doing">没交，存着</StatusWord>
      <View className="t-s is-bold">{draft.title === '' ? '还没写名称' : draft.title}</View>
    </PaneRow>
  );
}
