import { formatDay } from '@jiannuo/shared/kernel';
import {
  INSPECTED_KINDS,
  isAnnounced,
  METHOD_TITLES,
  METHODS,
  planGaps,
  SUBJECT_TITLES,
  SUBJECTS,
  type InspectionPlan,
} from '@jiannuo/shared/inspections';
import type { AppointmentView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { replacePage } from '../../platform/navigation';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { readStored, removeStored, writeStored } from '../../platform/storage';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Choice, DateField } from '../../ui/field/choice';
import { ChoiceField } from '../../ui/field/choice-field';
import { FieldFrame, TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { Confidential } from '../../ui/record/confidential';
import { PickBox } from '../../ui/record/record';
import { Screen } from '../../ui/screen/screen';
import { Answered } from '../../ui/state/state-view';
import { keepPlan, type KeptPlan } from './api/keep-plan.api';
import { useInspection } from './api/load-inspection.api';
import { usePeople } from './api/load-people.api';
import { gapWords } from './inspection-words';

const SECTION = 'inspections/list';
const HINT = '存好再开始，开始前都能改';
const EMPTY: InspectionPlan = {
  method: 'on-site',
  subject: 'key-tasks',
  title: '',
  matter: '',
  fromOn: null,
  toOn: null,
  memberIds: [],
  others: '',
  unitIds: [],
};

interface FieldsProps {
  readonly initial: InspectionPlan;
  readonly plan: InspectionPlan;
  readonly people: readonly AppointmentView[];
  readonly onChange: (part: Partial<InspectionPlan>) => void;
}

function Fields({ initial, plan, people, onChange }: FieldsProps) {
  return (
    <View className="record-form">
      <Choice
        label="方式（第十一条）"
        options={METHODS.map((value) => ({ value, label: METHOD_TITLES[value] }))}
        value={plan.method}
        onChoose={(method) => {
          onChange({ method });
        }}
      />
      {plan.method === 'unannounced' ? (
        <View className="t-s c-ink-2">反馈前，只有起草人和督导人员看得到，单位一概不知道。</View>
      ) : null}
      <ChoiceField
        label="督导什么"
        words={SUBJECT_TITLES[plan.subject]}
        verbs={SUBJECTS.map((subject) => ({
          label: SUBJECT_TITLES[subject],
          onPress: () => {
            onChange({ subject });
          },
        }))}
      />
      <TextField
        label="事项"
        initial={initial.title}
        placeholder="一句话说清督导什么事"
        onType={(title) => {
          onChange({ title });
        }}
      />
      <TextField
        label="督导内容"
        lines="many"
        initial={initial.matter}
        placeholder="看哪些方面，怎么看，要单位准备什么"
        onType={(matter) => {
          onChange({ matter });
        }}
      />
      <Days plan={plan} onChange={onChange} />
      <People plan={plan} people={people} onChange={onChange} />
      <TextField
        label="其他人员，可以不填"
        initial={initial.others}
        placeholder="本单位以外一起去的人"
        onType={(others) => {
          onChange({ others });
        }}
      />
    </View>
  );
}

function Days({ plan, onChange }: Pick<FieldsProps, 'plan' | 'onChange'>) {
  const words = (day: string | null) => (day === null ? '选日期' : formatDay(day));
  return (
    <View className="record-pair">
      <DateField
        label="从哪天"
        value={plan.fromOn ?? ''}
        words={words(plan.fromOn)}
        onChoose={(day) => {
          const isOver = plan.toOn === null || plan.toOn < day;
          if (day === '') onChange({ fromOn: null });
          else onChange({ fromOn: day, ...(isOver ? { toOn: day } : {}) });
        }}
      />
      <DateField
        key={plan.fromOn}
        label="到哪天"
        value={plan.toOn ?? ''}
        {...(plan.fromOn === null ? {} : { earliest: plan.fromOn })}
        words={words(plan.toOn)}
        onChoose={(day) => {
          onChange({ toOn: day === '' ? null : day });
        }}
      />
    </View>
  );
}

function People({ plan, people, onChange }: Omit<FieldsProps, 'initial'>) {
  const units = [...new Map(people.map(({ unit }) => [unit.id, unit])).values()];
  const officers = people.filter(({ role }) => role === 'lead-officer');
  const toggled = (ids: readonly string[], id: string) =>
    ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
  return (
    <>
      <FieldFrame label={`督导哪些单位，选了${String(plan.unitIds.length)}家`}>
        <View className="record-picks">
          {units
            .filter(({ kind }) => INSPECTED_KINDS.includes(kind))
            .map(({ id, name }) => (
              <PickBox
                key={id}
                name={name}
                isChosen={plan.unitIds.includes(id)}
                onPress={() => {
                  onChange({ unitIds: toggled(plan.unitIds, id) });
                }}
              />
            ))}
        </View>
      </FieldFrame>
      <FieldFrame label="督导人员" note="起草人算在内。">
        <View className="record-picks">
          {officers.map(({ id, personName }) => (
            <PickBox
              key={id}
              name={personName}
              isChosen={plan.memberIds.includes(id)}
              onPress={() => {
                onChange({ memberIds: toggled(plan.memberIds, id) });
              }}
            />
          ))}
        </View>
      </FieldFrame>
    </>
  );
}

/** What is still missing in the plan. */
function gapsOf(plan: InspectionPlan, people: readonly AppointmentView[] = []): ReturnType<typeof planGaps> {
  return planGaps(plan, new Map(people.map(({ unit }) => [unit.id, unit.kind])));
}

interface PlanningProps {
  readonly initial: InspectionPlan;
  readonly kept: KeptPlan | null;
  readonly watermark: string | null;
}

/** What is being planned, and how it is kept. Every keystroke is on the device at once. */
function Planning({ initial, kept, watermark }: PlanningProps) {
  const stored = `inspection/${kept?.id ?? 'new'}`;
  const write = useWrite(QUERY_KEYS.inspections);
  const people = usePeople();
  const [start] = useState(() => readStored<InspectionPlan>(stored) ?? initial);
  const [plan, setPlan] = useState(start);
  const change = (part: Partial<InspectionPlan>) => {
    setPlan((before) => {
      const after = { ...before, ...part };
      writeStored(stored, after);
      return after;
    });
  };
  const [areGapsShown, setAreGapsShown] = useState(false);
  const [gap] = gapsOf(plan, people.data?.rows);
  const keep = async () => {
    if (gap !== undefined) {
      setAreGapsShown(true);
      return;
    }
    const standing = await write.run([kept, plan], (key) => keepPlan(kept, plan, key));
    if (standing === null) return;
    removeStored(stored);
    showToast('计划存好了');
    replacePage('inspections/one', { id: standing.id });
  };
  return (
    <Screen
      title={kept === null ? '新建督导' : '改督导计划'}
      section={SECTION}
      isOnSurface
      bar={
        <StickyBar
          title={write.isSending ? '正在存，请别关' : '写的都存在这里'}
          note={areGapsShown && gap !== undefined ? gapWords(gap) : (write.error?.sentence ?? HINT)}
        >
          <Button onPress={() => void keep()}>存计划</Button>
        </StickyBar>
      }
    >
      <Confidential isConfidential={!isAnnounced(plan.method)} watermark={watermark} band={null}>
        <Answered query={people}>
          {(directory) => <Fields initial={start} plan={plan} people={directory.rows} onChange={change} />}
        </Answered>
      </Confidential>
    </Screen>
  );
}

/** 新建督导, or writing on its plan before it starts. */
export function PlanScreen({ inspectionId }: { readonly inspectionId: string | null }) {
  const query = useInspection(inspectionId);
  if (inspectionId === null) return <Planning initial={EMPTY} kept={null} watermark={null} />;
  const inspection = query.data;
  if (inspection === undefined) {
    return (
      <Screen title="改督导计划" section={SECTION}>
        <Answered query={query}>{() => null}</Answered>
      </Screen>
    );
  }
  const kept = { id: inspection.id, version: inspection.version };
  const { id, plan, watermark } = inspection;
  return <Planning key={id} initial={plan} kept={kept} watermark={watermark} />;
}
