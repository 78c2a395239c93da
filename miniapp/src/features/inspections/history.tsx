import { formatDue, formatMoment } from '@jiannuo/shared/kernel';
import type { InspectionEvent } from '@jiannuo/shared/inspections';
import type { AttachmentView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { personInLine } from '../../ui/ideographic-space';
import { EvidenceLines } from '../../ui/report/evidence-lines';
import { eventWords } from './inspection-words';

const TURNED: readonly InspectionEvent['action'][] = ['return', 'take-back', 'drop', 'cancel', 'resume'];

interface HistoryProps {
  readonly events: readonly InspectionEvent[];
  readonly attachments?: readonly AttachmentView[];
  /** Whether they are of a finding of 瞒报, which its unit explains. */
  readonly isHearing?: boolean;
}

/** What happened, the earliest first: who, when, what was said and what was put with it. */
export function History({ events, attachments = [], isHearing = false }: HistoryProps) {
  const steps = events.map((event, index): TimelineStep => ({
    id: String(index),
    state: TURNED.includes(event.action) ? 'info' : 'done',
    title: eventWords(event.action, isHearing),
    when: formatMoment(event.happenedAt, now()),
    below: <Said event={event} attachments={attachments} isHearing={isHearing} />,
  }));
  return <Timeline steps={steps} />;
}

interface SaidProps extends Required<Pick<HistoryProps, 'attachments' | 'isHearing'>> {
  readonly event: InspectionEvent;
}

function Said({ event, attachments, isHearing }: SaidProps) {
  const { unitName, by, text, evidence, dueAt } = event;
  return (
    <>
      <View>{personInLine(unitName, by)}</View>
      {dueAt === null ? null : <View>{`${formatDue(dueAt, now())}${isHearing ? '说明' : '改完'}`}</View>}
      {text === '' ? null : <View className="record-words c-ink">{text}</View>}
      <EvidenceLines evidence={evidence} attachments={attachments} />
    </>
  );
}
