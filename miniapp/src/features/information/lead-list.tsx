import { WORK_UPDATE_LIMITS, type WorkUpdateListView, type WorkUpdateRow } from '@jiannuo/shared/information';
import { isBlank, isLongerThan, type Period } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, GroupTitle } from '../../ui/card/card';
import { TextField } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/overlay/dialog';
import { Pressable } from '../../ui/pressable/pressable';
import { StateView } from '../../ui/state/state-view';
import { setCriteria } from './api/set-criteria.api';
import { LeadRows } from './update-rows';
import { useSending } from './use-sending';

/** The way to the month's bulletins. */
export function LeadTop({ period }: { readonly period: Period }) {
  return (
    <Button
      look="weak"
      icon="book"
      onPress={() => {
        openPage('information/bulletins', { period });
      }}
    >
      编工作信息
    </Button>
  );
}

/** Chooses the unit whose work updates are listed; null is all of them. */
export function UnitFilter({
  rows,
  unitId,
  onChoose,
}: {
  readonly rows: readonly WorkUpdateRow[];
  readonly unitId: string | null;
  readonly onChoose: (unitId: string | null) => void;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const units = new Map(rows.map((row) => [row.unitId, row.unitName]));
  const countOf = (id: string) => rows.filter((row) => row.unitId === id).length;
  return (
    <>
      <Pressable
        className="update-filter t-s"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        <View>{units.get(unitId ?? '') ?? '全部单位'}</View>
        <Icon name="down" size="small" />
      </Pressable>
      {isOpen ? (
        <Sheet
          title="看哪家的"
          onClose={() => {
            setIsOpen(false);
          }}
          verbs={[
            {
              label: `全部单位 ${String(rows.length)}条`,
              onPress: () => {
                onChoose(null);
              },
            },
            ...[...units].map(([id, name]) => ({
              label: `${name} ${String(countOf(id))}条`,
              onPress: () => {
                onChoose(id);
              },
            })),
          ]}
        />
      ) : null}
    </>
  );
}

/** The month before the lead unit: what nobody has opened, what is not decided, and the rest. */
export function LeadList({
  view,
  onOpen,
}: {
  readonly view: WorkUpdateListView;
  readonly onOpen: (id: string) => void;
}) {
  const [unitId, setUnitId] = useState<string | null>(null);
  const shown = view.rows.filter((row) => unitId === null || row.unitId === unitId);
  const parts = [
    ['没看', shown.filter(({ isUnread }) => isUnread)],
    ['没定', shown.filter(({ isUnread, state }) => !isUnread && state === 'received')],
    ['已定', shown.filter(({ isUnread, state }) => !isUnread && state !== 'received')],
  ] as const;
  if (view.rows.length === 0) {
    return <StateView icon="bulletin" title="这个月还没有报来的" lines={['单位报了，就排在这里。']} />;
  }
  return (
    <>
      <UnitFilter rows={view.rows} unitId={unitId} onChoose={setUnitId} />
      {parts.map(([title, rows]) =>
        rows.length === 0 ? null : (
          <View key={title}>
            <GroupTitle>{`${title} ${String(rows.length)}条`}</GroupTitle>
            <LeadRows rows={rows} onOpen={onOpen} />
          </View>
        ),
      )}
      <Criteria view={view} mayWrite />
    </>
  );
}

interface CriteriaProps {
  readonly view: WorkUpdateListView;
  readonly mayWrite: boolean;
}

/** What the year takes for high quality, which the lead unit may write anew (Q13). */
export function Criteria({ view, mayWrite }: CriteriaProps) {
  const [isWriting, setIsWriting] = useState(false);
  return (
    <>
      <GroupTitle
        aside={
          mayWrite ? (
            <Pressable
              className="update-verb t-s c-brand"
              onPress={() => {
                setIsWriting(true);
              }}
            >
              改标准
            </Pressable>
          ) : undefined
        }
      >
        高质量的标准
      </GroupTitle>
      <Card>
        <View className="t-body">{view.criteria}</View>
      </Card>
      {isWriting ? (
        <CriteriaSheet
          view={view}
          onClose={() => {
            setIsWriting(false);
          }}
        />
      ) : null}
    </>
  );
}

function CriteriaSheet({ view, onClose }: { readonly view: WorkUpdateListView; readonly onClose: () => void }) {
  const sending = useSending();
  const [text, setText] = useState(view.criteria);
  const [fault, setFault] = useState<string | null>(null);
  const year = Number(view.period.slice(0, 4));
  const save = async () => {
    const { criteria: limit } = WORK_UPDATE_LIMITS;
    if (isBlank(text)) setFault('请写明什么算高质量。');
    else if (isLongerThan(text, limit)) setFault(`最多${String(limit)}个字，请写短些。`);
    else if ((await sending.run({ year, text }, (key) => setCriteria(year, text, key))) !== null) onClose();
  };
  return (
    <Sheet title="高质量的标准" onClose={onClose}>
      <TextField
        label={`${String(year)}年，各单位看得到`}
        initial={view.criteria}
        lines="many"
        error={fault ?? sending.error?.sentence ?? null}
        onType={(typed) => {
          setText(typed);
          setFault(null);
        }}
      />
      <View className="below-3">
        <Button isBlock onPress={() => void save()}>
          {sending.isSending ? '正在存，请别关' : '改好了'}
        </Button>
      </View>
    </Sheet>
  );
}
