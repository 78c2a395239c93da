import { MATTER_LABELS, type MatterEvent, type MatterView } from '@jiannuo/shared/coordination';
import { formatDue, formatMoment } from '@jiannuo/shared/kernel';
import { EVIDENCE_LABELS } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { openPage } from '../../platform/navigation';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Timeline, type TimelineStep } from '../../ui/due/timeline';
import { FileLink } from '../../ui/files/file-link';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { RecordFact, RecordText } from '../../ui/record/record';
import { EVIDENCE_ICONS } from '../../ui/report/evidence-sheet';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { AskedWords } from './asked-words';
import { eventWords, matterDue, matterWords, originWords } from './matter-words';

function Head({ matter }: { readonly matter: MatterView }) {
  const { shape, text } = matterWords(matter.state);
  const due = matterDue(matter, now());
  return (
    <View className="record-head">
      <View className="row row-wrap between">
        <View className="t-s c-ink-2">{originWords(matter)}</View>
        <StatusWord shape={shape} isBold>
          {text}
        </StatusWord>
      </View>
      <Heading level={2} className="t-1 below-1">
        {matter.title}
      </Heading>
      <View className="t-s c-ink-2 below-1">
        <AskedWords matter={matter} />
      </View>
      {due === null ? null : (
        <View className="row row-wrap below-2">
          <DueChip due={due.chip} isFilled />
          <View className="t-s c-ink-2 gap-2">{due.sentence}</View>
        </View>
      )}
    </View>
  );
}

function Proofs({ evidence, attachments }: Pick<MatterView, 'evidence' | 'attachments'>) {
  const fileOf = (attachmentId: string | null) => attachments.find(({ id }) => id === attachmentId);
  const named = evidence.filter(({ attachmentId }) => fileOf(attachmentId) === undefined);
  return (
    <>
      {named.length === 0 ? null : <RecordFact label="佐证">{named.map(({ title }) => title).join('、')}</RecordFact>}
      {evidence.map(({ id, title, kind, attachmentId }) => {
        const file = fileOf(attachmentId);
        const shown = { title, kindName: EVIDENCE_LABELS[kind], icon: EVIDENCE_ICONS[kind] };
        return file === undefined ? null : <FileLink key={id} {...shown} file={file} />;
      })}
    </>
  );
}

/** What was raised: its texts under the names of its kind, whom it concerns, what proves it. */
function Content({ matter }: { readonly matter: MatterView }) {
  const labels = MATTER_LABELS[matter.kind];
  return (
    <Card>
      <RecordText label={labels.facts} text={matter.facts} />
      {labels.indicator === null ? null : <RecordText label={labels.indicator} text={matter.indicator} />}
      <RecordText label={labels.wish} text={matter.wish} />
      <View className="record-facts">
        <RecordFact label="涉及单位">
          {matter.unitNames.length === 0 ? '没有别的单位' : matter.unitNames.join('、')}
        </RecordFact>
        {matter.doerName === null ? null : <RecordFact label="办理单位">{matter.doerName}</RecordFact>}
        <Proofs {...matter} />
      </View>
    </Card>
  );
}

const TURNED: readonly MatterEvent['action'][] = ['say', 'reopen'];

function stepOf({ action, at, by, unitName, text, doerName, dueAt }: MatterEvent, index: number): TimelineStep {
  const due = dueAt === null ? '' : `${formatDue(dueAt, now())}办好`;
  return {
    id: String(index),
    state: TURNED.includes(action) ? 'info' : 'done',
    title: eventWords(action),
    when: formatMoment(at, now()),
    below: (
      <>
        <View>{factsInLine(unitName, by)}</View>
        {text === '' ? null : <View className="record-words c-ink">{text}</View>}
        {doerName === null ? null : <View>{factsInLine(`由${doerName}办`, due)}</View>}
      </>
    ),
  };
}

/** One matter: what it is, how it stands, and everything that was said and done. */
export function MatterDetail({ matter, isLead }: { readonly matter: MatterView; readonly isLead: boolean }) {
  const { reportId, reopenUntil, actions, history } = matter;
  return (
    <View className="record">
      <Head matter={matter} />
      <Content matter={matter} />
      <GroupTitle>经过</GroupTitle>
      <Card>
        <Timeline steps={history.map(stepOf)} />
      </Card>
      {actions.includes('reopen') && reopenUntil !== null ? (
        <Footnote>{`没解决的，${formatDue(reopenUntil, now())}可以说，专班接着办。`}</Footnote>
      ) : null}
      {reportId === null ? null : (
        <Button
          look="link"
          onPress={() => {
            if (isLead) openPage('review', { reportId });
            else openPage('report', { id: reportId });
          }}
        >
          看月报里的这个问题
        </Button>
      )}
    </View>
  );
}
