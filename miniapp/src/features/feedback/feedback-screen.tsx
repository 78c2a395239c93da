import type { FeedbackListView, FeedbackView } from '@jiannuo/shared/feedback';
import { isPermitted, type MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { openPage, replacePage } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import type { ScreenProps } from '../../ui/screen/screen-props';
import { Answered } from '../../ui/state/state-view';
import { useFeedbackList } from './api/load-feedback-list.api';
import { useFeedback } from './api/load-feedback.api';
import { AnswerBar, AnswerField, useAnswering } from './feedback-answer';
import { NewEntryBar, NewEntryForm, useNewEntry } from './feedback-form';
import { FeedbackCards, FeedbackPane, NoFeedback } from './feedback-list';
import { FeedbackThread } from './feedback-thread';
import './feedback.scss';

/** What is open: one entry by its id, a new one, or the list alone. */
type Opened = string | null;
type Frame = Omit<ScreenProps, 'children' | 'bar'>;

const TITLE = '投诉建议';

function OneEntry({ entry, frame }: { readonly entry: FeedbackView; readonly frame: Frame }) {
  const answering = useAnswering(entry);
  return (
    <Screen
      {...frame}
      {...(answering.saying === null ? {} : { bar: <AnswerBar entry={entry} answering={answering} /> })}
    >
      <FeedbackThread entry={entry} />
      <AnswerField answering={answering} />
    </Screen>
  );
}

function EntryOf({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const query = useFeedback(id);
  if (query.data !== undefined) return <OneEntry entry={query.data} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

function NewEntryOf({ frame, onWritten }: { readonly frame: Frame; readonly onWritten: (id: string) => void }) {
  const entry = useNewEntry(onWritten);
  return (
    <Screen {...frame} bar={<NewEntryBar entry={entry} />}>
      <NewEntryForm entry={entry} />
    </Screen>
  );
}

function WriteBar() {
  return (
    <StickyBar title="只有您和牵头单位看得到" note="不影响报送和评分">
      <Button
        onPress={() => {
          openPage('feedback/write');
        }}
      >
        写一件
      </Button>
    </StickyBar>
  );
}

/** Phones: the list fills the page. */
function ListPage({ isLead }: { readonly isLead: boolean }) {
  const query = useFeedbackList(isLead);
  return (
    <Screen title={TITLE} section="me" {...(isLead ? {} : { bar: <WriteBar /> })}>
      <Answered query={query}>
        {(list) => (
          <FeedbackCards
            list={list}
            isLead={isLead}
            onOpen={(id) => {
              openPage('feedback/entry', { id });
            }}
          />
        )}
      </Answered>
    </Screen>
  );
}

interface DeskPaneProps {
  readonly list: FeedbackListView;
  readonly isLead: boolean;
  readonly openId: Opened;
  readonly onOpen: (opened: string) => void;
}

function DeskPane(props: DeskPaneProps) {
  return (
    <>
      {props.isLead ? null : (
        <View className="feedback-write">
          <Button
            look="weak"
            icon="pencil"
            isBlock
            onPress={() => {
              props.onOpen('new');
            }}
          >
            写一件
          </Button>
        </View>
      )}
      <FeedbackPane {...props} />
    </>
  );
}

/** Wide windows: the list, and beside it what is open. */
function Desk({ isLead, opened }: { readonly isLead: boolean; readonly opened: Opened }) {
  const query = useFeedbackList(isLead);
  const { shownId, show } = useShownRow(opened, query.data?.rows);
  const pane =
    query.data === undefined
      ? {}
      : { list: <DeskPane list={query.data} isLead={isLead} openId={shownId} onOpen={show} /> };
  const frame: Frame = { title: TITLE, section: 'me', ...pane };
  if (shownId === 'new') return <NewEntryOf frame={frame} onWritten={show} />;
  if (shownId !== null) return <EntryOf key={shownId} id={shownId} frame={frame} />;
  return (
    <Screen {...frame}>
      <Answered query={query}>{() => <NoFeedback isLead={isLead} />}</Answered>
    </Screen>
  );
}

/** Phones: one entry fills the page, or a new one. */
function Page({ isLead, opened }: { readonly isLead: boolean; readonly opened: Opened }) {
  const frame = { title: opened === 'new' ? '写一件' : TITLE, section: 'me' };
  if (opened === null) return <ListPage isLead={isLead} />;
  if (opened !== 'new') return <EntryOf id={opened} frame={frame} />;
  return (
    <NewEntryOf
      frame={frame}
      onWritten={(id) => {
        replacePage('feedback/entry', { id });
      }}
    />
  );
}

/** 投诉建议: what one wrote to the lead unit and what it answered; for the lead unit, what was written to it. */
export function FeedbackScreen({ me, opened }: { readonly me: MeView; readonly opened: Opened }) {
  const { isWide } = useDisplay();
  const isLead = isPermitted(me.current.role, 'feedback.answer');
  return isWide ? <Desk isLead={isLead} opened={opened} /> : <Page isLead={isLead} opened={opened} />;
}
