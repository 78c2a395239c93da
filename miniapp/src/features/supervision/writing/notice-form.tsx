import { beijingDate, formatDue, type Instant } from '@jiannuo/shared/kernel';
import type { AppointmentView } from '@jiannuo/shared/people';
import {
  articlesOf,
  groundOf,
  ruleOf,
  type NoticeContent,
  type NoticeField,
  type NoticeKind,
} from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { beijingToday, now } from '../../../platform/clock';
import { Choice } from '../../../ui/field/choice';
import { FieldError, TextField } from '../../../ui/field/field';
import { AccusedField } from './accused-field';
import { DossierField } from './dossier-field';
import { EarlierField } from './earlier-field';
import type { NoticeGap } from './gaps';
import { LinkField } from './link-field';
import { MomentField } from './moment-field';
import { OwnField } from './own-field';
import { ReadersField } from './readers-field';
import { ANSWER_WORDS } from '../supervision-words';
import { UnitsField } from './units-field';

interface FormProps {
  readonly kind: NoticeKind;
  /** What the fields start with. */
  readonly initial: NoticeContent;
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  /** What is missing, said where it is missing. */
  readonly gaps: readonly NoticeGap[];
  readonly onChange: (change: (before: NoticeContent) => NoticeContent) => void;
  /** The earliest due time that leaves enough of it; null while nobody has said. */
  readonly earliest: Instant | null;
  /** What goes with it. */
  readonly evidence: ReactNode;
  /** The look before it is sent on, after everything that it speaks of. */
  readonly children: ReactNode;
}

/** The kinds that may go on from a notice before. */
const FOLLOWING: readonly NoticeKind[] = ['warning', 'order', 'listing', 'talk'];

/** Where a part of the form stands, to lead there. */
export function noticePartId(part: string): string {
  return `notice-${part}`;
}

interface FormPartProps extends Pick<FormProps, 'gaps'> {
  readonly name: string;
  readonly children: ReactNode;
}

function FormPart({ name, gaps, children }: FormPartProps) {
  const gap = gaps.find(({ part }) => part === name);
  return (
    <View id={noticePartId(name)}>
      {children}
      {gap === undefined ? null : <FieldError>{gap.sentence}</FieldError>}
    </View>
  );
}

/** The form of a notice: what its kind asks, in the order of the printed slip. */
export function NoticeForm(props: FormProps) {
  const { kind, initial, content, people, gaps, earliest, onChange, evidence, children } = props;
  const rule = ruleOf(kind);
  const change = (part: Partial<NoticeContent>) => {
    onChange((before) => ({ ...before, ...part }));
  };
  return (
    <View className="record-form notice-form">
      <FormPart name="title" gaps={gaps}>
        <TextField
          label="事项"
          initial={initial.title}
          placeholder="一句话说清是什么事"
          onType={(title) => {
            change({ title });
          }}
        />
      </FormPart>
      <FormPart name="ground" gaps={gaps}>
        <Choice
          label={`原因（${articlesOf(kind)}）`}
          options={rule.grounds.map(({ code, title }) => ({ value: code, label: title }))}
          value={content.ground}
          onChoose={(code) => {
            change({ ground: code });
          }}
        />
      </FormPart>
      {rule.accuses === true ? <Accusation {...props} /> : null}
      {rule.fields.filter(isOffered).map((field) => (
        <FormPart key={field.code} name={field.code} gaps={gaps}>
          <OwnField
            field={field}
            initial={initial.fields[field.code] ?? ''}
            onChange={(text) => {
              onChange((before) => ({ ...before, fields: { ...before.fields, [field.code]: text } }));
            }}
          />
        </FormPart>
      ))}
      <FormPart name="requirement" gaps={gaps}>
        <TextField
          label="要求"
          lines="many"
          initial={initial.requirement}
          placeholder="要办什么，办到什么程度，报送什么"
          onType={(requirement) => {
            change({ requirement });
          }}
        />
      </FormPart>
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
        <FormPart name="due" gaps={gaps}>
          <DueFields
            dueAt={content.dueAt}
            earliest={earliest}
            isUrgent={groundOf(kind, content.ground)?.isUrgent === true}
            onChoose={(dueAt) => {
              change({ dueAt });
            }}
          />
        </FormPart>
      )}
      {evidence}
      <FormPart name="units" gaps={gaps}>
        <UnitsField kind={kind} content={content} people={people} onChange={onChange} />
      </FormPart>
      {rule.accuses === true ? null : <Before {...props} />}
      {rule.isConfidential ? (
        <FormPart name="readers" gaps={gaps}>
          <ReadersField content={content} people={people} onChange={onChange} />
        </FormPart>
      ) : null}
      {children}
    </View>
  );
}

/** What it is about, and what its units had about it before. */
function Before({ kind, content, gaps, onChange }: FormProps) {
  return (
    <>
      <FormPart name="link" gaps={gaps}>
        <LinkField kind={kind} content={content} onChange={onChange} />
      </FormPart>
      {FOLLOWING.includes(kind) ? (
        <FormPart name="earlier" gaps={gaps}>
          <EarlierField
            kind={kind}
            content={content}
            onChoose={(earlierId) => {
              onChange((before) => ({ ...before, earlierId }));
            }}
          />
        </FormPart>
      ) : null}
    </>
  );
}

/** Whom a clue is about, in what, and what they had about it before. */
function Accusation({ kind, content, people, gaps, onChange }: FormProps) {
  return (
    <>
      <FormPart name="accused" gaps={gaps}>
        <AccusedField content={content} people={people} onChange={onChange} />
      </FormPart>
      <FormPart name="link" gaps={gaps}>
        <LinkField kind={kind} content={content} onChange={onChange} />
      </FormPart>
      <FormPart name="dossier" gaps={gaps}>
        <DossierField
          content={content}
          onChange={(dossier) => {
            onChange((before) => ({ ...before, dossier }));
          }}
        />
      </FormPart>
    </>
  );
}

function isOffered({ isOnOccasion }: NoticeField): boolean {
  return isOnOccasion !== true;
}

interface DueProps {
  readonly dueAt: Instant | null;
  readonly earliest: Instant | null;
  /** Whether it may be due at once. */
  readonly isUrgent: boolean;
  readonly onChoose: (dueAt: Instant) => void;
}

function DueFields({ dueAt, earliest, isUrgent, onChoose }: DueProps) {
  return (
    <>
      <MomentField
        label="反馈时限"
        hourLabel="几点前"
        hour="18:00"
        initial={dueAt}
        earliest={isUrgent || earliest === null ? beijingToday() : beijingDate(earliest)}
        onChoose={onChoose}
      />
      <Earliest earliest={earliest} isUrgent={isUrgent} />
    </>
  );
}

/** How early it may be, said before it is chosen. */
function Earliest({ earliest, isUrgent }: Pick<DueProps, 'earliest' | 'isUrgent'>) {
  if (isUrgent) return <View className="field-note t-xs c-ink-2">这个原因急，可以选今天。</View>;
  if (earliest === null) return null;
  return <View className="field-note t-xs c-ink-2">{`最早${formatDue(earliest, now())}，要留一个工作日。`}</View>;
}
