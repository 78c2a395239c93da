import type { BulletinListView, BulletinView, WorkUpdateRow } from '@jiannuo/shared/information';
import { formatDay, formatPeriod, periodOf, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { DateField, Tick } from '../../ui/field/choice';
import { factsInLine } from '../../ui/ideographic-space';
import { Dialog } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Row } from '../../ui/row/row';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { StatusWord } from '../../ui/status/status-word';
import { compileBulletin } from './api/compile-bulletin.api';
import { useBulletins } from './api/load-bulletins.api';
import { useUpdates } from './api/load-updates.api';
import './information.scss';
import { bulletinWords, stateWords } from './update-words';
import { useSending } from './use-sending';

/** What may still go into a bulletin: sent, not refused, and in none yet. */
function candidatesOf(rows: readonly WorkUpdateRow[]): readonly WorkUpdateRow[] {
  return rows.filter(({ state, bulletin }) => bulletin === null && state !== 'not-chosen' && state !== 'taken-back');
}

interface Choosing {
  readonly ids: readonly string[];
  readonly sentOn: string;
}

function Candidate({
  row,
  isChosen,
  onToggle,
}: {
  readonly row: WorkUpdateRow;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}) {
  const { shape, text } = stateWords(row.state);
  return (
    <View className="bulletin-candidate row">
      <Tick
        isTicked={isChosen}
        label={`${isChosen ? '不选' : '选上'}，${row.unitName}，${row.title}`}
        onChange={onToggle}
      />
      <View className="grow gap-2">
        <View className="row row-wrap">
          <View className="t-s c-ink-2 bulletin-unit">{row.unitName}</View>
          <StatusWord shape={shape}>{text}</StatusWord>
        </View>
        <View className="t-body">{row.title}</View>
      </View>
    </View>
  );
}

function Issue({ bulletin }: { readonly bulletin: BulletinView }) {
  return (
    <>
      <GroupTitle>{factsInLine(bulletinWords(bulletin), `${formatDay(bulletin.sentOn)}报送`)}</GroupTitle>
      <Card fit="rows">
        {bulletin.items.map(({ updateId, unitName, title, isAdopted }) => (
          <Row
            key={updateId}
            title={title}
            isStrong={false}
            below={unitName}
            aside={isAdopted ? <StatusWord shape="done">被采用</StatusWord> : undefined}
            onPress={() => {
              openPage('information/update', { id: updateId });
            }}
          />
        ))}
      </Card>
    </>
  );
}

function nextNumber({ bulletins }: BulletinListView): number {
  return (bulletins[0]?.number ?? 0) + 1;
}

interface CompileProps {
  readonly period: Period;
  readonly rows: readonly WorkUpdateRow[];
  readonly list: BulletinListView;
}

/** Choosing what goes into the next issue; those of high quality are ticked beforehand, as a proposal. */
function Compile({ period, rows, list }: CompileProps) {
  const sending = useSending();
  const candidates = candidatesOf(rows);
  const [choosing, setChoosing] = useState<Choosing>({
    ids: candidates.filter(({ state }) => state !== 'received').map(({ id }) => id),
    sentOn: beijingToday(),
  });
  const [isAsking, setIsAsking] = useState(false);
  const chosen = candidates.filter(({ id }) => choosing.ids.includes(id));
  const name = bulletinWords({ period, number: nextNumber(list) });
  const toggle = (id: string) => {
    const ids = choosing.ids.includes(id) ? choosing.ids.filter((each) => each !== id) : [...choosing.ids, id];
    setChoosing({ ...choosing, ids });
  };
  const compile = async () => {
    const body = { period, updateIds: chosen.map(({ id }) => id), sentOn: choosing.sentOn };
    const made = await sending.run(body, (key) => compileBulletin(body, key));
    if (made === null) return;
    setIsAsking(false);
    setChoosing({ ...choosing, ids: [] });
    showToast(`已编第${String(made.number)}期`);
  };
  const bar =
    candidates.length === 0 ? undefined : (
      <StickyBar title={`选了${String(chosen.length)}条`} note="报市优化营商环境领导小组办公室">
        <Button
          onPress={() => {
            if (chosen.length === 0) showToast('先选一条动态');
            else setIsAsking(true);
          }}
        >
          {`编成第${String(nextNumber(list))}期`}
        </Button>
      </StickyBar>
    );
  return (
    <Screen
      title={`${formatPeriod(period)}工作信息`}
      section="information/updates"
      {...(bar === undefined ? {} : { bar })}
    >
      {candidates.length === 0 ? (
        <StateView icon="bulletin" title="没有可编的" lines={['报来的动态，选用了就在下面各期里。']} />
      ) : (
        <>
          <GroupTitle>{`选进第${String(nextNumber(list))}期`}</GroupTitle>
          <Card>
            {candidates.map((row) => (
              <Candidate
                key={row.id}
                row={row}
                isChosen={choosing.ids.includes(row.id)}
                onToggle={() => {
                  toggle(row.id);
                }}
              />
            ))}
            <DateField
              label="哪天报送"
              value={choosing.sentOn}
              latest={beijingToday()}
              words={choosing.sentOn === '' ? '选日期' : formatDay(choosing.sentOn)}
              onChoose={(sentOn) => {
                setChoosing({ ...choosing, sentOn });
              }}
            />
          </Card>
        </>
      )}
      {list.bulletins.map((bulletin) => (
        <Issue key={bulletin.id} bulletin={bulletin} />
      ))}
      <Footnote>期号全年连着排，编成就不改。</Footnote>
      {isAsking ? (
        <Dialog
          title={`编成${name}？`}
          verb={sending.isSending ? '正在编' : '编成'}
          onClose={() => {
            setIsAsking(false);
            sending.forgetError();
          }}
          onConfirm={() => void compile()}
        >
          {sending.error?.sentence ?? `共${String(chosen.length)}条。编成后不能改，单位也不能再撤回。`}
        </Dialog>
      ) : null}
    </Screen>
  );
}

/** 工作信息: what goes into the month's issue, and the year's issues so far (art. 8). */
export function BulletinsScreen({ period: asked }: { readonly period: string | null }) {
  const period = asked ?? periodOf(beijingToday());
  const updates = useUpdates(period);
  const bulletins = useBulletins(Number(period.slice(0, 4)));
  if (updates.data !== undefined && bulletins.data !== undefined) {
    return <Compile period={period} rows={updates.data.rows} list={bulletins.data} />;
  }
  return (
    <Screen title={`${formatPeriod(period)}工作信息`} section="information/updates">
      <Answered query={updates.data === undefined ? updates : bulletins}>{() => null}</Answered>
    </Screen>
  );
}
