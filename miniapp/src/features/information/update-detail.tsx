import type { MarkView, WorkUpdateView } from '@jiannuo/shared/information';
import { formatDay, formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { GroupTitle } from '../../ui/card/card';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { FileLink } from '../../ui/files/file-link';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { EvidenceEntry } from '../../ui/report/evidence-entry';
import { EVIDENCE_ICONS } from '../../ui/report/evidence-sheet';
import { StatusWord } from '../../ui/status/status-word';
import { bulletinWords, markWords, stateWords } from './update-words';

interface DetailProps {
  readonly update: WorkUpdateView;
  /** Withdraws a mark; left out for those who may not. */
  readonly onWithdraw?: (mark: MarkView) => void;
  /** What else may be said, beside the history. */
  readonly more?: { readonly label: string; readonly onPress: () => void };
}

function Head({ update }: { readonly update: WorkUpdateView }) {
  const { shape, text } = stateWords(update.state);
  const version = update.version === 1 ? '' : `第${String(update.version)}版`;
  return (
    <View className="update-head">
      <StatusWord shape={shape} isBold>
        {text}
      </StatusWord>
      <Heading level={2} className="t-1 below-1">
        {update.title}
      </Heading>
      <View className="t-s c-ink-2 below-1">
        {factsInLine(update.unitName, update.byName, formatMoment(update.sentAt, now()), version)}
      </View>
    </View>
  );
}

function Evidence({ update }: { readonly update: WorkUpdateView }) {
  if (update.evidenceList.length === 0) return null;
  return (
    <View className="below-4">
      <View className="t-s c-ink-2">佐证材料</View>
      {update.evidenceList.map(({ id, title, kind, attachmentId }) => {
        const file = update.attachments.find((each) => each.id === attachmentId);
        const kindName = EVIDENCE_LABELS[kind];
        const icon = EVIDENCE_ICONS[kind];
        return file === undefined ? (
          <EvidenceEntry key={id} title={title} kindName={kindName} icon={icon} file={{ kind: 'name-only' }} />
        ) : (
          <FileLink key={id} file={file} title={title} kindName={kindName} icon={icon} />
        );
      })}
    </View>
  );
}

function creditWords({ creditedPeriod, confirmedOn }: MarkView): string {
  const day = confirmedOn === null ? '' : `${formatDay(confirmedOn)}确认`;
  return factsInLine(day, creditedPeriod === null ? '' : `记在${formatPeriod(creditedPeriod)}`);
}

function Said({ mark, onWithdraw }: { readonly mark: MarkView } & Pick<DetailProps, 'onWithdraw'>) {
  const credit = creditWords(mark);
  return (
    <>
      {mark.reason === '' ? null : <View>{mark.reason}</View>}
      {credit === '' ? null : <View>{credit}</View>}
      {mark.withdrawal === null ? null : (
        <View>{`${formatMoment(mark.withdrawal.at, now())}撤销：${mark.withdrawal.reason}`}</View>
      )}
      {onWithdraw === undefined || mark.withdrawal !== null ? null : (
        <Pressable
          className="update-verb c-brand"
          label={`撤销，${markWords(mark)}`}
          onPress={() => {
            onWithdraw(mark);
          }}
        >
          撤销
        </Pressable>
      )}
    </>
  );
}

function stepsOf({ update, onWithdraw }: DetailProps): readonly TimelineStep[] {
  const sent = { id: 'sent', state: 'done', title: '报送', when: formatMoment(update.sentAt, now()) } as const;
  const marks = update.history.map((mark): TimelineStep => {
    return {
      id: mark.id,
      state: mark.withdrawal !== null || mark.kind === 'not-chosen' ? 'info' : 'done',
      title: mark.withdrawal === null ? markWords(mark) : `${markWords(mark)}（已撤销）`,
      when: formatMoment(mark.at, now()),
      below: <Said mark={mark} {...(onWithdraw === undefined ? {} : { onWithdraw })} />,
    };
  });
  return [sent, ...marks];
}

/** One work update: what it says, what goes with it, and what was said about it. */
export function UpdateDetail(props: DetailProps) {
  const { update, more } = props;
  return (
    <View className="update-detail">
      <Head update={update} />
      <View className="update-text t-body t-reading">{update.text}</View>
      <Evidence update={update} />
      <GroupTitle
        aside={
          more === undefined ? undefined : (
            <Pressable className="update-verb t-s c-brand" onPress={more.onPress}>
              {more.label}
            </Pressable>
          )
        }
      >
        办理经过
      </GroupTitle>
      <View className="update-steps">
        <Timeline steps={stepsOf(props)} />
        {update.bulletin === null ? null : (
          <View className="t-s c-ink-2">{`编进${bulletinWords(update.bulletin)}`}</View>
        )}
      </View>
    </View>
  );
}
