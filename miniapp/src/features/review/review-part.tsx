import {
  EVIDENCE_LABELS,
  type AttachmentView,
  type Evidence,
  type ReturnAnswer,
  type ReviewRemark,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { FileLink } from '../../ui/files/file-link';
import { Heading } from '../../ui/heading/heading';
import { Icon, type IconName } from '../../ui/icon/icon';
import { AnswerNote } from '../../ui/report/returned-note';
import { LineRemarks, RemarkNote } from './remark-editor';
import type { RemarkBook } from './remark-store';
import { lineOfPath, type ReviewLine, type ReviewPart } from './review-lines';

const EVIDENCE_ICONS: Record<Evidence['kind'], IconName> = {
  document: 'file',
  bulletin: 'bulletin',
  photo: 'picture',
  other: 'report',
};

function EvidenceWords({ entry, file }: { readonly entry: Evidence; readonly file: AttachmentView | undefined }) {
  if (file !== undefined) {
    return (
      <FileLink
        file={file}
        title={entry.title}
        kindName={EVIDENCE_LABELS[entry.kind]}
        icon={EVIDENCE_ICONS[entry.kind]}
      />
    );
  }
  return (
    <View className="review-evidence t-s c-ink-2">
      <Icon name={EVIDENCE_ICONS[entry.kind]} size="small" />
      <View className="gap-1">{`${entry.title}（只列名称）`}</View>
    </View>
  );
}

/** What every line of a review needs. */
export interface ReviewDesk {
  readonly parts: readonly ReviewPart[];
  readonly attachments: readonly AttachmentView[];
  readonly book: RemarkBook;
  /** Remarks of the last return: what was asked for before this version, or what is asked for now. */
  readonly sent: readonly ReviewRemark[];
  readonly sentTitle: string;
  /** What the unit answered to those for which it changed nothing. */
  readonly answers: readonly ReturnAnswer[];
  readonly mayRemark: boolean;
}

function LineText({
  line,
  attachments,
}: {
  readonly line: ReviewLine;
  readonly attachments: ReviewDesk['attachments'];
}) {
  return (
    <View className="review-text">
      {line.caption === '' ? null : <View className="t-s c-ink-2">{line.caption}</View>}
      <View className={`t-body t-reading review-words ${line.isMissing ? 'c-soon' : ''}`}>
        {line.figure === '' ? null : <View className="review-figure is-bold">{line.figure}</View>}
        <View>{line.text}</View>
      </View>
      {line.evidence.length === 0 ? null : (
        <View className="row row-wrap below-1">
          {line.evidence.map((entry) => (
            <EvidenceWords
              key={entry.id}
              entry={entry}
              file={attachments.find(({ id }) => id === entry.attachmentId)}
            />
          ))}
        </View>
      )}
    </View>
  );
}

function Line({
  line,
  part,
  desk,
}: {
  readonly line: ReviewLine;
  readonly part: ReviewPart;
  readonly desk: ReviewDesk;
}) {
  const isHere = ({ path }: ReviewRemark) => lineOfPath(desk.parts, path) === line.id;
  const labelOf = (path: string) => line.places.find((place) => place.path === path)?.label ?? '';
  return (
    <View className="review-line">
      <LineText line={line} attachments={desk.attachments} />
      <View className="review-aside">
        {desk.sent.filter(isHere).map((remark) => (
          <View key={remark.path}>
            <RemarkNote
              title={desk.sentTitle}
              place={labelOf(remark.path)}
              text={remark.text}
              isEarlier={desk.mayRemark}
            />
            {desk.answers
              .filter(({ path }) => path === remark.path)
              .map(({ path, text }) => (
                <AnswerNote key={path} text={text} />
              ))}
          </View>
        ))}
        {desk.mayRemark ? (
          <LineRemarks
            lineName={line.caption === '' ? part.title : line.caption}
            places={line.places}
            book={desk.book}
            own={desk.book.remarks.filter(isHere)}
          />
        ) : null}
      </View>
    </View>
  );
}

/** The element to jump to for a part. */
export function partElementId(part: Pick<ReviewPart, 'id'>): string {
  return `review-${part.id}`;
}

/** One heading or part with its lines, a place for remarks beside each. */
export function PartReview({ part, desk }: { readonly part: ReviewPart; readonly desk: ReviewDesk }) {
  return (
    <View className="review-part" id={partElementId(part)}>
      <Heading level={3} className="t-2">
        {part.title}
      </Heading>
      {part.lines.map((line) => (
        <Line key={line.id} line={line} part={part} desk={desk} />
      ))}
    </View>
  );
}
