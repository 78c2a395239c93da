import { parseMatterStep, STEP_LABELS, type MatterStep, type MatterView } from '@jiannuo/shared/coordination';
import { endOfDay, formatDay, lastDateBefore } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { beijingToday, now } from '../../platform/clock';
import { landOn } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { DateField } from '../../ui/field/choice';
import { ChoiceField } from '../../ui/field/choice-field';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { useMatterStart } from './api/load-start.api';
import { useMatter } from './api/load-matter.api';
import { stepMatter } from './api/step-matter.api';
import { faultOf, originWords } from './matter-words';

const FRAME = { title: '定办法', section: 'coordination/matters' };
const LABEL = STEP_LABELS.decide ?? '';
const NOBODY = '专班自己办';
const EMPTY: MatterStep = { text: '', doerUnitId: null, dueAt: null };

interface DueProps {
  readonly dueAt: string | null;
  readonly onChange: (dueAt: string | null) => void;
}

/** The last day in time, which is to its end. */
function DueDay({ dueAt, onChange }: DueProps) {
  const day = dueAt === null ? '' : lastDateBefore(dueAt);
  return (
    <>
      <DateField
        label="哪天前办好，可以不定"
        value={day}
        earliest={beijingToday()}
        words={day === '' ? '不定时限' : `${formatDay(day)} 24:00前`}
        onChoose={(chosen) => {
          onChange(chosen === '' ? null : endOfDay(chosen));
        }}
      />
      <View className="t-s c-ink-2 below-1">
        {day === '' ? '不定时限的，不算单位的待办。' : '算单位的待办，到期前会提醒，不影响按时报送的分。'}
      </View>
    </>
  );
}

interface FieldsProps {
  readonly initial: MatterStep;
  readonly step: MatterStep;
  readonly fault: string | null;
  readonly onChange: (part: Partial<MatterStep>) => void;
}

function Fields({ initial, step: { doerUnitId, dueAt }, fault, onChange }: FieldsProps) {
  const units = useMatterStart(null).data?.units ?? [];
  const doer = units.find(({ id }) => id === doerUnitId);
  return (
    <>
      <TextField
        label={LABEL}
        lines="many"
        initial={initial.text}
        placeholder="怎么解决，各家做什么"
        error={fault}
        onType={(text) => {
          onChange({ text });
        }}
      />
      <ChoiceField
        label="哪家单位办"
        words={doer?.name ?? NOBODY}
        verbs={[{ id: null, name: NOBODY }, ...units].map(({ id, name }) => ({
          label: name,
          onPress: () => {
            onChange(id === null ? { doerUnitId: null, dueAt: null } : { doerUnitId: id });
          },
        }))}
      />
      {doerUnitId === null ? null : (
        <DueDay
          dueAt={dueAt}
          onChange={(next) => {
            onChange({ dueAt: next });
          }}
        />
      )}
    </>
  );
}

function Deciding({ matter }: { readonly matter: MatterView }) {
  const stored = `matter-decision/${matter.id}`;
  const write = useWrite(QUERY_KEYS.matters, QUERY_KEYS.inbox);
  const [initial] = useState(() => readStored<MatterStep>(stored) ?? EMPTY);
  const [step, setStep] = useState(initial);
  const [areFaultsShown, setAreFaultsShown] = useState(false);
  const change = (part: Partial<MatterStep>) => {
    const after = { ...step, ...part };
    writeStored(stored, after);
    setStep(after);
  };
  const outcome = parseMatterStep('decide', step, now());
  const send = async () => {
    setAreFaultsShown(!outcome.ok);
    if (!outcome.ok) return;
    const body = { action: 'decide', ...outcome.value } as const;
    if ((await write.run([matter.id, body], (key) => stepMatter(matter.id, body, key))) === null) return;
    removeStored(stored);
    showToast('办法定了');
    landOn('coordination/matter', { id: matter.id });
  };
  return (
    <Screen
      {...FRAME}
      isOnSurface
      bar={
        <StickyBar
          title={write.isSending ? '正在办，请别关' : '定了就通知各单位'}
          note={write.error === null ? '以后能再定，原来的留着' : `${write.error.sentence}写的都在。`}
        >
          <Button onPress={() => void send()}>定下</Button>
        </StickyBar>
      }
    >
      <View className="record-form">
        <View className="t-s c-ink-2">{originWords(matter)}</View>
        <View className="t-strong">{matter.title}</View>
        <View className="below-3">
          <Fields
            initial={initial}
            step={step}
            fault={areFaultsShown ? faultOf(outcome, LABEL) : null}
            onChange={change}
          />
        </View>
      </View>
    </Screen>
  );
}

/** 定办法: how a matter is solved, which unit does it, by when. */
export function DecideScreen({ matterId }: { readonly matterId: string }) {
  const query = useMatter(matterId);
  if (query.data !== undefined) return <Deciding key={matterId} matter={query.data} />;
  return (
    <Screen {...FRAME}>
      <Answered query={query}>{() => null}</Answered>
    </Screen>
  );
}
