import type { ApplicationListView, ApplicationView } from '@jiannuo/shared/applications';
import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, GroupTitle } from '../../ui/card/card';
import { Heading } from '../../ui/heading/heading';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useApplication } from './api/load-application.api';
import { useApplications } from './api/load-applications.api';
import { ApplicationPaneRow, DraftPaneRow, DraftRow, ListRow } from './application-rows';
import { headlineOf, waitingWords } from './application-words';
import './applications.scss';
import { useApplicationDrafts, type ApplicationDraft } from './draft-store';
import { useOpened } from './opened-application';

/** Who looks: the post that is signed in. */
type Looking = MeView['current'];

const TITLE = '申报';
const SECTION = 'applications';

const openOne = (id: string) => {
  openPage('applications/one', { id });
};
const openDraft = ({ id }: ApplicationDraft) => {
  openPage('applications/write', { draft: id });
};

interface FrameProps {
  readonly list?: ReactNode;
  readonly top?: ReactNode;
}

function Opened({
  application,
  frame,
  onOpen,
}: {
  readonly application: ApplicationView;
  readonly frame: FrameProps;
  readonly onOpen: (id: string) => void;
}) {
  const { body, bar } = useOpened(application, onOpen);
  return (
    <Screen title={TITLE} {...frame} section={SECTION} isTopLevel={frame.list !== undefined} isOnSurface bar={bar}>
      {body}
    </Screen>
  );
}

interface OneProps {
  readonly id: string;
  readonly frame?: FrameProps;
  readonly onOpen?: (id: string) => void;
}

/** One application inside its frame, with its loading and error. */
function OneApplication({ id, frame = {}, onOpen = openOne }: OneProps) {
  const query = useApplication(id);
  if (query.data !== undefined) return <Opened key={id} application={query.data} frame={frame} onOpen={onOpen} />;
  return (
    <Screen title={TITLE} {...frame} section={SECTION} isTopLevel={frame.list !== undefined} isOnSurface>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

/** One application as a page; on wide windows it stands beside the year's others. */
export function ApplicationScreen({ who, id }: { readonly who: Looking; readonly id: string }) {
  const { isWide } = useDisplay();
  return isWide ? <ApplicationsTable who={who} openId={id} /> : <OneApplication id={id} />;
}

/** 申报: what was applied for this year; for the lead unit what is to be decided first. */
export function ApplicationsScreen({ who }: { readonly who: Looking }) {
  const { isWide } = useDisplay();
  return isWide ? <ApplicationsTable who={who} openId={null} /> : <ApplicationsList who={who} />;
}

function ApplyVerb({ isBlock = false }: { readonly isBlock?: boolean }) {
  return (
    <Button
      icon="plus"
      isBlock={isBlock}
      onPress={() => {
        openPage('applications/write');
      }}
    >
      申报一项
    </Button>
  );
}

function MonthsVerb() {
  return (
    <Button
      look="weak"
      icon="calendar"
      onPress={() => {
        openPage('applications/months');
      }}
    >
      逐月确认
    </Button>
  );
}

function NothingYet({ view, isLead }: { readonly view: ApplicationListView; readonly isLead: boolean }) {
  if (isLead) return <StateView icon="flag" title="今年还没有申报" lines={['县（市、区）报了，就排在这里。']} />;
  if (!view.mayApply) return <StateView icon="flag" title="还没有申报" lines={['申报由考评的县（市、区）来报。']} />;
  const lines = ['上级部署的新任务、调高的指标、地方首创，', '还有受表扬、推广、获奖的，随时可以报。'];
  return <StateView icon="flag" title="有新任务、新做法，随时报来" lines={lines} />;
}

/** Phones: the list is a screen of its own. */
function ApplicationsList({ who }: { readonly who: Looking }) {
  const query = useApplications();
  const drafts = useApplicationDrafts();
  const isLead = who.role === 'lead-officer';
  const bar = query.data?.mayApply === true ? { bar: <ApplyVerb isBlock /> } : {};
  return (
    <Screen title={TITLE} section={SECTION} {...bar}>
      <Answered query={query}>
        {(view) => (
          <>
            <View className="application-summary row row-wrap between">
              <Heading level={2} className="t-1">
                {isLead ? waitingWords(view) : headlineOf(view)}
              </Heading>
              {isLead ? <MonthsVerb /> : null}
            </View>
            {isLead ? <LeadGroups view={view} /> : <OwnRows view={view} drafts={drafts} />}
          </>
        )}
      </Answered>
    </Screen>
  );
}

function LeadGroups({ view }: { readonly view: ApplicationListView }) {
  const parts = [
    ['待认定', view.rows.filter(({ state }) => state === 'submitted')],
    ['办过的', view.rows.filter(({ state }) => state !== 'submitted')],
  ] as const;
  if (view.rows.length === 0) return <NothingYet view={view} isLead />;
  return (
    <>
      {parts.map(([title, rows]) =>
        rows.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{`${title} ${String(rows.length)}项`}</GroupTitle>
            <Card fit="rows">
              {rows.map((row) => (
                <ListRow key={row.id} row={row} isLead onOpen={openOne} />
              ))}
            </Card>
          </View>
        ),
      )}
    </>
  );
}

interface OwnProps {
  readonly view: ApplicationListView;
  readonly drafts: readonly ApplicationDraft[];
}

function OwnRows({ view, drafts }: OwnProps) {
  if (view.rows.length + drafts.length === 0) return <NothingYet view={view} isLead={false} />;
  return (
    <Card fit="rows">
      {drafts.map((draft) => (
        <DraftRow key={draft.id} draft={draft} onOpen={openDraft} />
      ))}
      {view.rows.map((row) => (
        <ListRow key={row.id} row={row} isLead={false} onOpen={openOne} />
      ))}
    </Card>
  );
}

interface PaneProps extends OwnProps {
  readonly isLead: boolean;
  readonly shownId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The year's list beside what is open. */
function ListPane({ view, drafts, isLead, shownId, onOpen }: PaneProps) {
  return (
    <>
      <View className="application-pane-top">
        <View className="t-2">{isLead ? waitingWords(view) : headlineOf(view)}</View>
        <View className="t-xs c-ink-2">{`${String(view.year)}年`}</View>
      </View>
      {drafts.map((draft) => (
        <DraftPaneRow key={draft.id} draft={draft} onOpen={openDraft} />
      ))}
      {view.rows.map((row) => (
        <ApplicationPaneRow key={row.id} row={row} isLead={isLead} isOpen={row.id === shownId} onOpen={onOpen} />
      ))}
    </>
  );
}

function topOf(view: ApplicationListView | undefined, isLead: boolean): ReactNode | undefined {
  if (isLead) return <MonthsVerb />;
  return view?.mayApply === true ? <ApplyVerb /> : undefined;
}

/** Wide windows: the year's list, and beside it what is open. */
function ApplicationsTable({ who, openId }: { readonly who: Looking; readonly openId: string | null }) {
  const query = useApplications();
  const drafts = useApplicationDrafts();
  const isLead = who.role === 'lead-officer';
  const view = query.data;
  const { shownId, show } = useShownRow(openId, view?.rows);
  const top = topOf(view, isLead);
  const pane = { drafts, isLead, shownId, onOpen: show };
  const frame: FrameProps = {
    ...(view === undefined ? {} : { list: <ListPane {...pane} view={view} /> }),
    ...(top === undefined ? {} : { top }),
  };
  if (shownId !== null) return <OneApplication id={shownId} frame={frame} onOpen={show} />;
  return (
    <Screen title={TITLE} {...frame} section={SECTION} isTopLevel>
      <Answered query={query}>{(data) => <NothingYet view={data} isLead={isLead} />}</Answered>
    </Screen>
  );
}
