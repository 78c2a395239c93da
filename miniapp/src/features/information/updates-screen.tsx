import type { WorkUpdateListView, WorkUpdateRow, WorkUpdateView } from '@jiannuo/shared/information';
import { beijingDate, formatDay, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useRef, useState, type ReactNode } from 'react';
import { beijingToday } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { openPage, replacePage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { factsInLine } from '../../ui/ideographic-space';
import { useShownRow } from '../../ui/row/use-shown-row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { useUpdate } from './api/load-update.api';
import { useUpdates } from './api/load-updates.api';
import { useUpdateDrafts, type UpdateDraft } from './draft-store';
import './information.scss';
import { Criteria, LeadList, LeadTop, UnitFilter } from './lead-list';
import { useOpened } from './open-update';
import { OwnBarVerbs, OwnList, OwnSummary } from './own-list';
import { UpdatePane } from './update-rows';

/** Who looks: the post that is signed in. */
type Looking = MeView['current'];

interface UpdatesProps {
  readonly who: Looking;
  readonly period: string | null;
  /** The one that is open beside the list, on wide windows. */
  readonly openId: string | null;
}

const SECTION = 'information/updates';

function titleFor(who: Looking): string {
  return who.role === 'lead-officer' ? '信息与通报' : '工作动态';
}

/** Opens what is being written on. */
function openDraft({ id }: Pick<UpdateDraft, 'id'>): void {
  openPage('information/write', { draft: id });
}

interface FrameProps {
  readonly title: string;
  readonly top?: ReactNode;
  readonly list?: ReactNode;
  readonly rail?: ReactNode;
}

function Opened({ update, frame }: { readonly update: WorkUpdateView; readonly frame: FrameProps }) {
  const { body, bar } = useOpened(update);
  return (
    <Screen {...frame} section={SECTION} isTopLevel={frame.list !== undefined} isOnSurface bar={bar}>
      {body}
    </Screen>
  );
}

/** One work update inside its frame, with its loading and error. */
function OneUpdate({ updateId, frame }: { readonly updateId: string; readonly frame: FrameProps }) {
  const query = useUpdate(updateId);
  if (query.data !== undefined) return <Opened update={query.data} frame={frame} />;
  return (
    <Screen {...frame} section={SECTION} isTopLevel={frame.list !== undefined} isOnSurface>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}

/** The rows in the order in which they were first seen: what is opened does not jump away under the pointer. */
function useSteadyRows(view: WorkUpdateListView | undefined): readonly WorkUpdateRow[] {
  const order = useRef<readonly string[]>([]);
  const rows = view?.rows ?? [];
  const fresh = rows.map(({ id }) => id).filter((id) => !order.current.includes(id));
  if (fresh.length > 0) order.current = [...fresh, ...order.current];
  return [...rows].sort((a, b) => order.current.indexOf(a.id) - order.current.indexOf(b.id));
}

interface ListProps {
  readonly view: WorkUpdateListView;
  readonly rows: readonly WorkUpdateRow[];
  readonly isLead: boolean;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The pane left of what is being read. */
function ListPane({ view, rows, isLead, openId, onOpen }: ListProps) {
  const [unitId, setUnitId] = useState<string | null>(null);
  const drafts = useUpdateDrafts();
  return (
    <>
      {isLead ? (
        <View className="update-pane-top row between">
          <View className="t-s c-ink-2">{countWords(view)}</View>
          <UnitFilter rows={rows} unitId={unitId} onChoose={setUnitId} />
        </View>
      ) : (
        <OwnSummary view={view} />
      )}
      <UpdatePane
        rows={rows.filter((row) => unitId === null || row.unitId === unitId)}
        drafts={isLead ? [] : drafts}
        openId={openId}
        isLead={isLead}
        onOpen={onOpen}
        onDraft={openDraft}
      />
      <OtherMonths view={view} />
    </>
  );
}

function countWords({ rows }: WorkUpdateListView): string {
  const unread = rows.filter(({ isUnread }) => isUnread).length;
  return `${String(rows.length)}条，${unread === 0 ? '都看过了' : `${String(unread)}条没看`}`;
}

/** Wide windows: the month's list, beside it what is being read, and the year's criteria. */
function UpdatesTable({ who, period: asked, openId }: UpdatesProps) {
  const period = asked ?? periodOf(beijingToday());
  const query = useUpdates(period);
  const isLead = who.role === 'lead-officer';
  const { shownId, show } = useShownRow(openId, query.data?.rows);
  const rows = useSteadyRows(query.data);
  const view = query.data;
  const frame: FrameProps = {
    title: `${formatPeriod(period)}${titleFor(who)}`,
    top: isLead ? <LeadTop period={period} /> : who.role === 'liaison' ? <OwnBarVerbs /> : undefined,
    ...(view === undefined
      ? {}
      : {
          list: <ListPane view={view} rows={rows} isLead={isLead} openId={shownId} onOpen={show} />,
          rail: <Criteria view={view} mayWrite={isLead} />,
        }),
  };
  if (shownId !== null) return <OneUpdate key={shownId} updateId={shownId} frame={frame} />;
  return (
    <Screen {...frame} section={SECTION} isTopLevel>
      <Answered query={query}>
        {() => (
          <StateView
            icon="bulletin"
            title="这个月还没有"
            lines={[isLead ? '单位报了，就排在左边。' : '有做法、有数据的，随时报来。']}
          />
        )}
      </Answered>
    </Screen>
  );
}

/** Other months in which something was sent. */
function OtherMonths({ view }: { readonly view: WorkUpdateListView }) {
  if (view.others.length === 0) return null;
  return (
    <View className="update-months">
      <View className="t-s is-bold c-ink-2">其他月份</View>
      <View className="row row-wrap">
        {view.others.map(({ period, count }) => (
          <Button
            key={period}
            look="link"
            onPress={() => {
              replacePage('information/updates', { period });
            }}
          >
            {`${formatPeriod(period)} ${String(count)}条`}
          </Button>
        ))}
      </View>
    </View>
  );
}

/** Phones: the list is a screen of its own. */
function UpdatesRows({ who, period: asked }: UpdatesProps) {
  const period: Period = asked ?? periodOf(beijingToday());
  const query = useUpdates(period);
  const isLead = who.role === 'lead-officer';
  const drafts = useUpdateDrafts();
  const bar = isLead ? undefined : who.role === 'liaison' ? <OwnBarVerbs isBar /> : undefined;
  return (
    <Screen title={titleFor(who)} {...(bar === undefined ? {} : { bar })}>
      {isLead ? (
        <View className="update-top row row-wrap between">
          <View className="t-s c-ink-2">{formatPeriod(period)}</View>
          <LeadTop period={period} />
        </View>
      ) : (
        <View className="update-date t-s c-ink-2">{factsInLine(formatDay(beijingToday()), who.unit.name)}</View>
      )}
      <Answered query={query}>
        {(view) => (
          <>
            {isLead ? (
              <LeadList
                view={view}
                onOpen={(id) => {
                  openPage('information/update', { id });
                }}
              />
            ) : (
              <>
                <OwnSummary view={view} />
                <OwnList view={view} drafts={drafts} />
              </>
            )}
            <OtherMonths view={view} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

/** 工作动态 of a unit, or of all units before the lead unit (art. 8). */
export function UpdatesScreen(props: UpdatesProps) {
  const { isWide } = useDisplay();
  return isWide ? <UpdatesTable {...props} /> : <UpdatesRows {...props} />;
}

/** One work update as a page: alone on a phone, with its month's list on wide windows. */
export function UpdateScreen({ who, updateId }: { readonly who: Looking; readonly updateId: string }) {
  const { isWide } = useDisplay();
  const sentAt = useUpdate(isWide ? updateId : null).data?.sentAt;
  if (!isWide) return <OneUpdate updateId={updateId} frame={{ title: '工作动态' }} />;
  const period = sentAt === undefined ? null : periodOf(beijingDate(sentAt));
  return <UpdatesTable who={who} period={period} openId={updateId} />;
}
