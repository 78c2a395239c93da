import type { InformationPoints, WorkUpdateRow } from '@jiannuo/shared/information';
import { beijingDate, codePointLength, formatDay, formatMoment, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { Card } from '../../ui/card/card';
import { savedWords } from '../../ui/due/saved-words';
import { factsInLine } from '../../ui/ideographic-space';
import { PaneRow } from '../../ui/row/pane-row';
import { Row } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import type { UpdateDraft } from './draft-store';
import { contentWords, gainWords, outcomeWords, stateWords } from './update-words';

function dayOf(row: WorkUpdateRow): string {
  return formatDay(beijingDate(row.sentAt)).replace(/ .*$/, '');
}

function StateLine({ row }: { readonly row: WorkUpdateRow }) {
  const { shape, text } = stateWords(row.state);
  return (
    <>
      <StatusWord shape={shape} isBold>
        {text}
      </StatusWord>
      <View className="gap-2">{dayOf(row)}</View>
    </>
  );
}

/** What was written and not sent. */
export function DraftRow({ draft, onOpen }: { readonly draft: UpdateDraft; readonly onOpen: () => void }) {
  const { title, text, evidence, savedAt } = draft;
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
      title={title === '' ? '还没写标题' : title}
      below={contentWords(codePointLength(text), evidence.length)}
      onPress={onOpen}
    />
  );
}

interface OwnRowProps {
  readonly row: WorkUpdateRow;
  readonly points: InformationPoints | null;
  readonly period: Period;
  readonly onOpen: (row: WorkUpdateRow) => void;
}

/** A unit's own work update, with what became of it and what it added. */
export function OwnRow({ row, points, period, onOpen }: OwnRowProps) {
  return (
    <Row
      above={<StateLine row={row} />}
      title={row.title}
      below={factsInLine(outcomeWords(row), gainWords(row, points, period))}
      onPress={() => {
        onOpen(row);
      }}
    />
  );
}

/** Work updates as the lead unit lists them on a phone: the unit over the title, a dot for what nobody has opened. */
export function LeadRows({
  rows,
  onOpen,
}: {
  readonly rows: readonly WorkUpdateRow[];
  readonly onOpen: (id: string) => void;
}) {
  return (
    <Card fit="rows">
      {rows.map((row) => (
        <Row
          key={row.id}
          isUnread={row.isUnread}
          above={factsInLine(row.unitName, formatMoment(row.sentAt, now()))}
          title={row.title}
          below={<LeadState row={row} />}
          onPress={() => {
            onOpen(row.id);
          }}
        />
      ))}
    </Card>
  );
}

function LeadState({ row }: { readonly row: WorkUpdateRow }) {
  const { shape, text } = stateWords(row.state);
  const isNew = row.state === 'received';
  return (
    <>
      <StatusWord shape={shape}>{isNew ? (row.isUnread ? '没看' : '没定') : text}</StatusWord>
      <View className="gap-2">{isNew ? contentWords(row.characters, row.evidence) : outcomeWords(row)}</View>
    </>
  );
}

interface PaneProps {
  readonly rows: readonly WorkUpdateRow[];
  readonly drafts: readonly UpdateDraft[];
  readonly openId: string | null;
  readonly isLead: boolean;
  readonly onOpen: (id: string) => void;
  readonly onDraft: (draft: UpdateDraft) => void;
}

/** The list beside what is being read, on wide windows. */
export function UpdatePane({ rows, drafts, openId, isLead, onOpen, onDraft }: PaneProps) {
  return (
    <View>
      {drafts.map((draft) => (
        <PaneRow
          key={draft.id}
          isOpen={false}
          onOpen={() => {
            onDraft(draft);
          }}
        >
          <StatusWord shape="doing">没交，存着</StatusWord>
          <View className="t-s is-bold">{draft.title === '' ? '还没写标题' : draft.title}</View>
        </PaneRow>
      ))}
      {rows.map((row) => (
        <PaneRow
          key={row.id}
          isOpen={row.id === openId}
          onOpen={() => {
            onOpen(row.id);
          }}
        >
          <View className="row row-wrap between">
            <View className="t-xs c-ink-2">{isLead ? row.unitName : dayOf(row)}</View>
            <PaneState row={row} isLead={isLead} />
          </View>
          <View className={`t-s ${isLead && !row.isUnread && row.state !== 'received' ? '' : 'is-bold'}`}>
            {row.title}
          </View>
          {isLead ? <View className="t-xs c-ink-2">{formatMoment(row.sentAt, now())}</View> : null}
        </PaneRow>
      ))}
      {rows.length + drafts.length === 0 ? <View className="update-pane-none t-s c-ink-2">这个月还没有。</View> : null}
    </View>
  );
}

function PaneState({ row, isLead }: { readonly row: WorkUpdateRow; readonly isLead: boolean }) {
  const { shape, text } = stateWords(row.state);
  if (!isLead || row.state !== 'received') return <StatusWord shape={shape}>{text}</StatusWord>;
  return <StatusWord shape={row.isUnread ? 'doing' : 'not-yet'}>{row.isUnread ? '没看' : '没定'}</StatusWord>;
}
