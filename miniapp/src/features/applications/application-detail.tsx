import type { ApplicationEvent, ApplicationReference, ApplicationView } from '@jiannuo/shared/applications';
import { formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '../../platform/clock';
import { GroupTitle } from '../../ui/card/card';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { FileLink } from '../../ui/files/file-link';
import { Heading } from '../../ui/heading/heading';
import { Icon } from '../../ui/icon/icon';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry } from '../../ui/report/evidence-entry';
import { EVIDENCE_ICONS } from '../../ui/report/evidence-sheet';
import { ReceiptRows } from '../../ui/row/row';
import { StatusWord } from '../../ui/status/status-word';
import {
  basisWords,
  categoryWords,
  creditWords,
  eventNote,
  eventWords,
  outcomeWords,
  stateWords,
} from './application-words';

interface DetailProps {
  readonly application: ApplicationView;
  readonly onOpen: (id: string) => void;
  /** What else may be done, beside the history. */
  readonly more?: ReactNode;
}

/** One application: what is applied for on which document, what it counts, and what happened to it. */
export function ApplicationDetail({ application, onOpen, more }: DetailProps) {
  return (
    <View className="application-detail">
      <Head application={application} />
      {application.overlaps.map((other) => (
        <Overlap key={other.id} other={other} onOpen={onOpen} />
      ))}
      <Facts application={application} />
      <View className="application-text t-body t-reading">{application.text}</View>
      <EvidencePart application={application} />
      <GroupTitle aside={more}>办理经过</GroupTitle>
      <Timeline steps={application.history.map(stepOf)} />
      <Chain application={application} onOpen={onOpen} />
    </View>
  );
}

function Head({ application }: { readonly application: ApplicationView }) {
  const { shape, text } = stateWords(application.state);
  const by = application.history[0]?.by ?? '';
  return (
    <>
      <StatusWord shape={shape} isBold>
        {text}
      </StatusWord>
      <Heading level={2} className="t-1 below-1">
        {application.title}
      </Heading>
      <View className="t-s c-ink-2 below-1">
        {factsInLine(application.unitName, by, formatMoment(application.submittedAt, now()))}
      </View>
    </>
  );
}

function Facts({ application }: { readonly application: ApplicationView }) {
  const { category, kindTitle, article, basis, fromPeriod, credit, state } = application;
  const counted = state === 'approved' ? outcomeWords(application) : creditWords(credit);
  const rows = [
    { label: '申报', value: factsInLine(categoryWords(category), kindTitle) },
    { label: '依据文件', value: basisWords(basis) },
    ...(fromPeriod === null ? [] : [{ label: '起始', value: `${formatPeriod(fromPeriod)}起` }]),
    { label: state === 'approved' ? '记分' : '认定后', value: counted },
    { label: '条款', value: article },
  ];
  return (
    <View className="application-facts below-3">
      <ReceiptRows rows={rows} />
    </View>
  );
}

/** Said where one decides: the same thing is applied for in the other way too, which is allowed (Q23). */
function Overlap({ other, onOpen }: { readonly other: ApplicationReference; readonly onOpen: (id: string) => void }) {
  return (
    <Pressable
      className="application-overlap row row-top"
      onPress={() => {
        onOpen(other.id);
      }}
    >
      <Icon name="info" size="small" className="c-soon application-overlap-mark" />
      <View className="grow gap-2">
        <View className="t-s is-bold">同一件事还报了另一类</View>
        <View className="t-s c-ink-2">{factsInLine(other.kindTitle, other.title, stateWords(other.state).text)}</View>
      </View>
      <Icon name="right" className="c-ink-3" />
    </Pressable>
  );
}

function EvidencePart({ application: { evidence, attachments } }: { readonly application: ApplicationView }) {
  if (evidence.length === 0) return null;
  return (
    <View className="below-4">
      <View className="t-s c-ink-2">佐证材料</View>
      {evidence.map(({ id, title, kind, attachmentId }) => {
        const file = attachments.find((each) => each.id === attachmentId);
        const said = { title, kindName: EVIDENCE_LABELS[kind], icon: EVIDENCE_ICONS[kind] };
        return file === undefined ? (
          <EvidenceEntry key={id} {...said} file={{ kind: 'name-only' }} />
        ) : (
          <FileLink key={id} {...said} file={file} />
        );
      })}
    </View>
  );
}

const GOOD: readonly ApplicationEvent['kind'][] = ['submitted', 'approved', 'carried-out'];

function stepOf(event: ApplicationEvent, index: number): TimelineStep {
  const note = eventNote(event);
  return {
    id: String(index),
    state: GOOD.includes(event.kind) ? 'done' : 'info',
    title: eventWords(event),
    when: formatMoment(event.at, now()),
    below: (
      <>
        {note === '' ? null : <View>{note}</View>}
        <View>{event.by}</View>
      </>
    ),
  };
}

function Chain({ application: { earlier, later }, onOpen }: Pick<DetailProps, 'application' | 'onOpen'>) {
  const references = [
    [earlier, '原来的申报'],
    [later, '又申报了一次'],
  ] as const;
  return (
    <>
      {references.map(([reference, words]) =>
        reference === null ? null : (
          <Pressable
            key={words}
            className="application-link t-s c-brand"
            onPress={() => {
              onOpen(reference.id);
            }}
          >
            {`${words}：${reference.title}`}
          </Pressable>
        ),
      )}
    </>
  );
}
