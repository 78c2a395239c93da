import { formatDue, formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import type { ReportVersionView, ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../platform/clock';
import { scrollToElement } from '../../platform/navigation';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Pressable } from '../../ui/pressable/pressable';
import { StatusWord } from '../../ui/status/status-word';
import { useReviewedReceipt } from './api/load-receipt.api';
import { lineOfPath, type ReviewPart } from './review-lines';
import { partElementId } from './review-part';
import { handedInBy } from './review-words';

interface ReviewHeadProps {
  readonly report: ReportView;
  readonly version: ReportVersionView;
  readonly arePlansShown: boolean;
  readonly onPlans: () => void;
  readonly areChangesShown: boolean;
  readonly onChanges: (() => void) | null;
}

function Standing({ report }: Pick<ReviewHeadProps, 'report'>) {
  const { review, state } = report;
  if (review === null || (state !== 'returned' && state !== 'accepted')) return null;
  const when = formatMoment(review.at, now());
  const text =
    state === 'accepted' ? `${review.byUnit}${when}收下` : `${when}退回，共${String(review.remarks.length)}处`;
  return (
    <View className="row row-wrap below-1">
      <StatusWord shape={state === 'accepted' ? 'done' : 'returned'} isBold>
        {text}
      </StatusWord>
      {state === 'accepted' || review.correctionDueAt === null ? null : (
        <View className="t-s c-ink-2 review-fact">{`${formatDue(review.correctionDueAt, now())}再交`}</View>
      )}
    </View>
  );
}

/** Whose report it is, whether it came in time, who handed it in, and what can be set beside it. */
export function ReviewHead(props: ReviewHeadProps) {
  const { report, version, arePlansShown, onPlans, areChangesShown, onChanges } = props;
  const receipt = useReviewedReceipt(report.id);
  const timing = receipt === undefined ? '' : receipt.isOnTime ? '按时，' : '迟报，';
  const who = handedInBy(version);
  const at = formatMoment(version.submittedAt, now());
  return (
    <View className="review-head">
      <View className="row row-wrap between row-top">
        <View className="grow review-head-words">
          <Heading level={2} className="t-1">
            {factsInLine(report.unitName, `${formatPeriod(report.period)}${report.title}`)}
          </Heading>
          <View className="t-s c-ink-2 row row-wrap">
            {[
              `${timing}${at} ${who}`,
              `第${String(version.number)}版`,
              receipt === undefined ? '' : `回执号${receipt.receiptNumber}`,
            ].map((fact) => (
              <View className="review-head-fact" key={fact}>
                {fact}
              </View>
            ))}
          </View>
          <Standing report={report} />
        </View>
        <View className="row row-wrap review-head-verbs">
          {onChanges === null ? null : (
            <Pressable className="remark-verb t-s c-brand" isExpanded={areChangesShown} onPress={onChanges}>
              {areChangesShown ? '收起改动' : '看改了什么'}
            </Pressable>
          )}
          <Pressable className="remark-verb t-s c-brand" isExpanded={arePlansShown} onPress={onPlans}>
            {arePlansShown ? '收起上月计划' : '对照上月计划'}
          </Pressable>
        </View>
      </View>
    </View>
  );
}

interface JumpRowProps {
  readonly parts: readonly ReviewPart[];
  readonly remarked: readonly string[];
}

/** Jumps to a part; parts with a remark stand out. */
export function JumpRow({ parts, remarked }: JumpRowProps) {
  const lines = remarked.map((path) => lineOfPath(parts, path));
  const isRemarked = (part: ReviewPart) => part.lines.some(({ id }) => lines.includes(id));
  const none = parts.filter((part) => part.isNone).map((part) => part.shortName);
  return (
    <View className="review-jump">
      <View className="review-jump-line row">
        <View className="t-s c-ink-2">跳到</View>
        {parts.map((part) => (
          <Pressable
            key={part.id}
            role="link"
            className={`review-jump-to t-s ${isRemarked(part) ? 'is-bold c-soon' : ''}`}
            label={`跳到${part.shortName}${isRemarked(part) ? '，要改' : ''}`}
            onPress={() => {
              scrollToElement(partElementId(part), 'start');
            }}
          >
            {part.shortName}
          </Pressable>
        ))}
      </View>
      {none.length === 0 ? null : (
        <View className="review-none t-s c-ink-2">{`第${none.join('、')}项：本月无此项任务`}</View>
      )}
    </View>
  );
}
