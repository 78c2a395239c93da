import { formatFullDate, percentBeside, sizeWords } from '@jiannuo/shared/kernel';
import {
  EVIDENCE_LABELS,
  hasNoFigures,
  headingMark,
  lineLabel,
  type AttachmentView,
  type Evidence,
  type Heading,
  type HeadingContent,
  type ReportContent,
  type ReportForm,
  type TextLine,
  type WorkItem,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { openFile } from '../../../platform/files/open-file';
import { Button } from '../../../ui/button/button';
import { Heading as Title } from '../../../ui/heading/heading';
import { factsInLine } from '../../../ui/ideographic-space';
import { showToast } from '../../../ui/overlay/toast';
import { EvidenceEntry } from '../../../ui/report/evidence-entry';
import { EVIDENCE_ICONS } from '../../../ui/report/evidence-sheet';
import { countedWords, ratioWords } from '../../../ui/report/ratio-words';
import '../form/form.scss';

async function open(attachment: AttachmentView): Promise<void> {
  if (!(await openFile(`/api/attachments/${attachment.id}`, attachment.name))) showToast('没打开，请再试一次');
}

function ReadEvidence({
  entry,
  attachments,
}: {
  readonly entry: Evidence;
  readonly attachments: readonly AttachmentView[];
}) {
  const attachment = attachments.find(({ id }) => id === entry.attachmentId);
  return (
    <EvidenceEntry
      title={entry.title}
      kindName={EVIDENCE_LABELS[entry.kind]}
      icon={EVIDENCE_ICONS[entry.kind]}
      file={attachment === undefined ? { kind: 'name-only' } : { kind: 'attached', size: sizeWords(attachment.bytes) }}
      {...(attachment === undefined ? {} : { onOpen: () => void open(attachment) })}
    />
  );
}

function ReadItem({
  item,
  index,
  attachments,
}: {
  readonly item: WorkItem;
  readonly index: number;
  readonly attachments: readonly AttachmentView[];
}) {
  return (
    <View className="below-2">
      <View className="t-strong">{factsInLine(lineLabel(index), item.title)}</View>
      <View className="t-body t-reading reading-text">{item.work}</View>
      {item.result === '' ? null : <View className="t-body t-reading reading-text">{`工作成果：${item.result}`}</View>}
      {item.evidence.map((entry) => (
        <ReadEvidence key={entry.id} entry={entry} attachments={attachments} />
      ))}
    </View>
  );
}

function ReadTarget({ heading, content }: { readonly heading: Heading; readonly content: HeadingContent }) {
  const { target } = heading;
  const figures = content.target;
  if (target === null || figures === null || (content.noneReason !== null && hasNoFigures(figures))) return null;
  const percent = percentBeside(figures.numerator, figures.denominator, target.minimumPercent);
  return (
    <View className="below-1">
      <View className="t-strong">{percent === null ? '没有占比' : `${percent}%`}</View>
      <View className="t-s c-ink-2">{countedWords(figures, target)}</View>
      <View className="t-s c-ink-2">{ratioWords(figures, target)}</View>
    </View>
  );
}

function ReadHeading({
  heading,
  content,
  attachments,
}: {
  readonly heading: Heading;
  readonly content: HeadingContent;
  readonly attachments: readonly AttachmentView[];
}) {
  return (
    <View className="reading-part">
      <Title level={2} className="t-2">
        {`${headingMark(heading)}${heading.title}`}
      </Title>
      {content.noneReason === null ? null : (
        <View className="t-body c-ink-2">{`本月无此项任务：${content.noneReason === '' ? '还没写原因' : content.noneReason}`}</View>
      )}
      <ReadTarget heading={heading} content={content} />
      {content.items.map((item, index) => (
        <ReadItem key={item.id} item={item} index={index} attachments={attachments} />
      ))}
      {content.items.length === 0 && content.noneReason === null ? <View className="t-body c-soon">没填</View> : null}
    </View>
  );
}

/** What is written where there is no problem. */
const NO_PROBLEM = /^无[。.]?$/;

interface ReadLinesProps {
  readonly title: string;
  readonly lines: readonly TextLine[];
  /** Where the reader may ask the lead unit to solve what stands there. */
  readonly onRaise?: ((lineId: string) => void) | undefined;
}

function ReadLines({ title, lines, onRaise }: ReadLinesProps) {
  return (
    <View className="reading-part">
      <Title level={2} className="t-2">
        {title}
      </Title>
      {lines.map((line, index) => (
        <View key={line.id} className="below-1">
          <View className="t-body t-reading reading-text">{factsInLine(lineLabel(index), line.text)}</View>
          {onRaise === undefined || NO_PROBLEM.test(line.text) ? null : (
            <View className="row">
              <Button
                look="link"
                label={`提请专班协调，${line.text}`}
                onPress={() => {
                  onRaise(line.id);
                }}
              >
                提请专班协调
              </Button>
            </View>
          )}
        </View>
      ))}
      {lines.length === 0 ? <View className="t-body c-soon">没填</View> : null}
    </View>
  );
}

interface ReportReadingProps {
  /** Stands in the sign-off before the signer. */
  readonly unitName: string;
  readonly form: ReportForm;
  readonly content: ReportContent;
  readonly attachments: readonly AttachmentView[];
  /** Asks the lead unit to solve a problem of the report. */
  readonly onRaise?: (lineId: string) => void;
}

/** A report as it reads (annex 1): headings, problems, next month's plan, sign-off. */
export function ReportReading({ unitName, form, content, attachments, onRaise }: ReportReadingProps) {
  const { signer, date } = content.signOff;
  return (
    <View>
      <Title level={2} className="reading-first t-2">
        一、工作完成情况
      </Title>
      {form.headings.map((heading) => {
        const own = content.headings.find(({ id }) => id === heading.id);
        return own === undefined ? null : (
          <ReadHeading key={heading.id} heading={heading} content={own} attachments={attachments} />
        );
      })}
      <ReadLines title="二、存在的问题" lines={content.problems} onRaise={onRaise} />
      <ReadLines title="三、下月工作计划" lines={content.plans} />
      <View className="reading-part t-body">
        {factsInLine(
          signer.startsWith(unitName) ? '' : unitName,
          signer === '' ? '还没落款' : signer,
          date === '' ? '' : formatFullDate(date),
        )}
      </View>
    </View>
  );
}
