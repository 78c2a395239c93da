import { formatMoment, formatWhole, percentBeside } from '@jiannuo/shared/kernel';
import {
  describePath,
  isCorrected,
  REPORT_LIMITS,
  fieldsOf,
  type Heading as TaskHeading,
  type ReportContent,
  type ReportVersionView,
  type ReportView,
  type ReviewRemark,
  type ReviewView,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { Heading } from '../../../ui/heading/heading';
import { factsInLine } from '../../../ui/ideographic-space';
import { FormerValue, ReturnedNote } from '../../../ui/report/returned-note';
import { StatusWord } from '../../../ui/status/status-word';
import { useDraftShape, useDraftValue, useKeeper } from '../draft/use-draft';
import { DraftText } from '../form/draft-text';
import { FigureField } from '../form/figure-field';
import { SectionBody } from '../form/section-parts';
import { sectionOfPath, sectionsOf } from '../form/sections';
import { WorkItemFields } from '../form/work-item';
import { AnswerPart } from './answer-part';
import type { AnswerBook } from './answers';
import { remarkElementId } from './remark-element';

interface RemarkPartProps {
  readonly remark: ReviewRemark;
  readonly index: number;
  readonly report: ReportView;
  readonly former: ReportVersionView;
  readonly review: ReviewView;
  readonly answers: AnswerBook;
}

function headingOf(report: ReportView, path: string): TaskHeading | undefined {
  return report.form.headings.find(({ id }) => id === sectionOfPath(path));
}

function figureOf(content: ReportContent, path: string): string {
  const value = fieldsOf(content).get(path);
  return typeof value === 'string' ? value : '';
}

/** One figure of a ratio, with the old figure struck through beside it. */
function FigureRemark({
  report,
  path,
  former,
}: {
  readonly report: ReportView;
  readonly path: string;
  readonly former: ReportContent;
}) {
  const target = headingOf(report, path)?.target;
  if (target === null || target === undefined) return null;
  const label = path.endsWith('/numerator') ? target.numeratorLabel : target.denominatorLabel;
  return (
    <View className="row row-top">
      <View className="grow">
        <FigureField path={path} label={label} unit={target.unit} />
      </View>
      <FormerValue value={`${formatWhole(figureOf(former, path))}${target.unit}`} />
    </View>
  );
}

function TextRemark({
  path,
  label,
  former,
}: {
  readonly path: string;
  readonly label: string;
  readonly former: string;
}) {
  const keeper = useKeeper();
  useDraftShape();
  const value = figureOf(keeper.content, path);
  return (
    <>
      <DraftText path={path} label={label} value={value} limit={REPORT_LIMITS.text} lines="many" isLabelHidden />
      <FormerValue value={former} isBelow />
    </>
  );
}

function ItemRemark({ path }: { readonly path: string }) {
  const keeper = useKeeper();
  useDraftShape();
  const [, headingId = '', , itemId] = path.split('/');
  const items = keeper.content.headings.find(({ id }) => id === headingId)?.items ?? [];
  const index = items.findIndex(({ id }) => id === itemId);
  const item = items[index];
  return item === undefined ? null : <WorkItemFields headingId={headingId} item={item} index={index} />;
}

function SectionRemark({ report, path }: { readonly report: ReportView; readonly path: string }) {
  const sections = sectionsOf(report.form);
  const own = sections.filter(({ id }) => path === '' || id === sectionOfPath(path));
  return (
    <>
      {own.map((section) => (
        <SectionBody key={section.id} section={section} />
      ))}
    </>
  );
}

type EditorKind = 'figure' | 'text' | 'item' | 'section';

function editorFor(path: string): EditorKind {
  const parts = path.split('/');
  if (/\/target\/(?:numerator|denominator)$/.test(path)) return 'figure';
  if (parts[2] === 'items') return parts.length === 5 ? 'text' : 'item';
  const isLine = /^(?:problems|plans)\/[^/]+$/.test(path);
  return isLine || path === 'signOff/signer' || parts[2] === 'noneReason' ? 'text' : 'section';
}

interface EditorProps {
  readonly report: ReportView;
  readonly path: string;
  readonly former: ReportContent;
  readonly label: string;
}

/** The editor that fits the remarked place: one figure, one text, one piece of work, or the whole section. */
function Editor({ report, path, former, label }: EditorProps) {
  switch (editorFor(path)) {
    case 'figure':
      return <FigureRemark report={report} path={path} former={former} />;
    case 'text':
      return <TextRemark path={path} label={label} former={figureOf(former, path)} />;
    case 'item':
      return <ItemRemark path={path.split('/').slice(0, 4).join('/')} />;
    case 'section':
      return <SectionRemark report={report} path={path} />;
  }
}

function percentWords(content: ReportContent, path: string, minimumPercent: string): string {
  const [, headingId] = path.split('/');
  const figures = content.headings.find(({ id }) => id === headingId)?.target;
  const percent =
    path.includes('/target/') && figures !== null && figures !== undefined
      ? percentBeside(figures.numerator, figures.denominator, minimumPercent)
      : null;
  return percent === null ? '已改' : `已改，占比变为${percent}%`;
}

/** One remark: where, what was written about it, the field to change, and whether it is changed. */
export function RemarkPart({ remark, index, report, former, review, answers }: RemarkPartProps) {
  const minimumPercent = headingOf(report, remark.path)?.target?.minimumPercent ?? '0';
  const changed = useDraftValue((keeper) =>
    isCorrected(remark.path, former.content, keeper.content)
      ? percentWords(keeper.content, remark.path, minimumPercent)
      : '',
  );
  const { heading, place, field } = describePath(remark.path, former.content, report.form);
  const isFigure = remark.path.includes('/target/');
  const label = factsInLine(heading, place, field);
  return (
    <View className="returned-part" id={remarkElementId(index)}>
      <View className="row between">
        <Heading level={2} className="t-2 grow">
          {heading === '' ? '整份月报' : heading}
        </Heading>
        <View className="t-s c-ink-2">{`第${String(index + 1)}处`}</View>
      </View>
      {isFigure || place + field === '' ? null : <View className="t-s c-ink-2">{factsInLine(place, field)}</View>}
      <View className="below-2">
        <ReturnedNote by={review.byUnit} when={formatMoment(review.at, now())} text={remark.text} />
      </View>
      <Editor report={report} path={remark.path} former={former.content} label={label} />
      {changed === '' ? (
        <AnswerPart path={remark.path} place={label} answers={answers} />
      ) : (
        <View className="below-2">
          <StatusWord shape="done" isBold>
            {changed}
          </StatusWord>
        </View>
      )}
    </View>
  );
}
