import { atBeijing, beijingDate, beijingTime, formatDay, type Instant } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import {
  ruleOf,
  type Answer,
  type NoticeContent,
  type NoticeField,
  type NoticeKind,
  type Part,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { beijingToday } from '../../platform/clock';
import { Choice, DateField } from '../../ui/field/choice';
import { FieldFrame, TextField } from '../../ui/field/field';
import { TimeField } from '../../ui/field/time-field';
import { PickBox } from '../../ui/record/record';
import { EarlierField } from './earlier-field';
import { PART_WORDS } from './supervision-words';

const ANSWER_WORDS: Readonly<Record<Answer, string>> = {
  none: '只要知悉',
  receipt: '要签收',
  feedback: '要反馈',
  material: '要交材料',
};

interface FormProps {
  readonly kind: NoticeKind;
  /** What the fields start with. */
  readonly initial: NoticeContent;
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
  /** What goes with it. */
  readonly children: ReactNode;
}

/** The form of a notice: what its kind asks, in the order of the printed slip. */
export function NoticeForm({ kind, initial, content, people, onChange, children }: FormProps) {
  const rule = ruleOf(kind);
  const change = (part: Partial<NoticeContent>) => {
    onChange((before) => ({ ...before, ...part }));
  };
  const ground = rule.grounds.find(({ code }) => code === content.ground);
  return (
    <View className="record-form">
      <TextField
        label="事项"
        initial={initial.title}
        placeholder="一句话说清是什么事"
        onType={(title) => {
          change({ title });
        }}
      />
      <Choice
        label={`原因（${rule.article}）`}
        options={rule.grounds.map(({ code, title }) => ({ value: code, label: title }))}
        value={content.ground}
        onChoose={(code) => {
          change({ ground: code });
        }}
      />
      {ground?.needsEarlier === true || content.earlierId !== null ? (
        <EarlierField content={content} takesCircular={ground?.takesCircular === true} onChoose={change} />
      ) : null}
      {rule.fields.filter(isOffered).map(({ code, label, isRequired }) => (
        <TextField
          key={code}
          label={isRequired ? label : `${label}，可以不填`}
          lines="many"
          initial={initial.fields[code] ?? ''}
          onType={(text) => {
            onChange((before) => ({ ...before, fields: { ...before.fields, [code]: text } }));
          }}
        />
      ))}
      <TextField
        label="要求"
        lines="many"
        initial={initial.requirement}
        placeholder="要办什么，办到什么程度，报送什么"
        onType={(requirement) => {
          change({ requirement });
        }}
      />
      {rule.answers.length < 2 ? null : (
        <Choice
          label="要单位做什么"
          options={rule.answers.map((value) => ({ value, label: ANSWER_WORDS[value] }))}
          value={content.answer}
          onChoose={(answer) => {
            change({ answer });
          }}
        />
      )}
      {content.answer === 'none' || content.answer === 'receipt' ? null : (
        <DueFields
          dueAt={content.dueAt}
          onChoose={(dueAt) => {
            change({ dueAt });
          }}
        />
      )}
      {children}
      <Units kind={kind} content={content} people={people} onChange={onChange} />
      {rule.isConfidential ? <Readers content={content} people={people} onChange={onChange} /> : null}
    </View>
  );
}

function isOffered({ isOnOccasion }: NoticeField): boolean {
  return isOnOccasion !== true;
}

function DueFields({
  dueAt,
  onChoose,
}: {
  readonly dueAt: Instant | null;
  readonly onChoose: (dueAt: Instant) => void;
}) {
  const [day, setDay] = useState(dueAt === null ? '' : beijingDate(dueAt));
  const [time, setTime] = useState(dueAt === null ? '18:00' : beijingTime(dueAt));
  const set = (nextDay: string, nextTime: string) => {
    setDay(nextDay);
    setTime(nextTime);
    if (nextDay !== '' && nextTime !== '') onChoose(atBeijing(nextDay, nextTime));
  };
  return (
    <View className="record-pair">
      <DateField
        label="反馈时限"
        value={day}
        earliest={beijingToday()}
        words={day === '' ? '选日期' : formatDay(day)}
        onChoose={(chosen) => {
          set(chosen, time);
        }}
      />
      <TimeField
        label="几点前"
        value={time}
        onChoose={(chosen) => {
          set(day, chosen);
        }}
      />
    </View>
  );
}

type PickProps = Pick<FormProps, 'content' | 'people' | 'onChange'>;

/** The next way to address a unit, for a tap on it: main, helping, copied, not at all. */
const NEXT: Readonly<Record<Part | 'none', Part | null>> = { none: 'main', main: 'co', co: 'copy', copy: null };

function Units({ kind, content, people, onChange }: PickProps & { readonly kind: NoticeKind }) {
  const { unitKinds, isConfidential } = ruleOf(kind);
  const units = new Map(people.map(({ unit }) => [unit.id, unit]));
  const offered = [...units.values()].filter(({ kind: unitKind }) => unitKinds.includes(unitKind));
  const partOf = (unitId: string) => content.addressees.find((each) => each.unitId === unitId)?.part ?? 'none';
  const toggle = (unitId: string) => {
    const next = isConfidential && partOf(unitId) === 'main' ? null : NEXT[partOf(unitId)];
    onChange((before) => {
      const others = before.addressees.filter((each) => each.unitId !== unitId);
      return { ...before, addressees: next === null ? others : [...others, { unitId, part: next }] };
    });
  };
  return (
    <FieldFrame label={`发给谁，选了${String(content.addressees.length)}家`} note={addressNote(kind)}>
      <View className="record-picks">
        {offered.map(({ id, name }) => {
          const part = partOf(id);
          return (
            <PickBox
              key={id}
              name={name}
              aside={part === 'none' ? '' : PART_WORDS[part]}
              isChosen={part !== 'none'}
              onPress={() => {
                toggle(id);
              }}
            />
          );
        })}
      </View>
      {offered.length === 0 ? <View className="t-s c-ink-2">还没登记能收这种通知的单位。</View> : null}
    </FieldFrame>
  );
}

function addressNote(kind: NoticeKind): string {
  if (kind === 'clue') return '只报给督导考评问责专班。';
  if (kind === 'instruction') return '只发给要落实批示的单位，不抄送。每家各有一份。';
  return '点一下主办，再点协办，再点抄送，再点不选。每家各有一份。';
}

function Readers({ content, people, onChange }: PickProps) {
  const units = content.addressees.map(({ unitId }) => unitId);
  const offered = people.filter(({ role, unit }) => role === 'lead-officer' || units.includes(unit.id));
  return (
    <FieldFrame label="哪些人知悉" note="起草人算在内。要有另一位经办人核对，也要有收件单位的联络员。">
      <View className="record-picks">
        {offered.map(({ id, personName }) => (
          <PickBox
            key={id}
            name={personName}
            isChosen={content.readerIds.includes(id)}
            onPress={() => {
              onChange((before) => {
                const isIn = before.readerIds.includes(id);
                const readerIds = isIn ? before.readerIds.filter((each) => each !== id) : [...before.readerIds, id];
                return { ...before, readerIds };
              });
            }}
          />
        ))}
      </View>
    </FieldFrame>
  );
}
