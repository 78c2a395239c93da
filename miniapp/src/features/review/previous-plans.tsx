import { addMonths, formatPeriod } from '@jiannuo/shared/kernel';
import type { ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { Heading } from '../../ui/heading/heading';

/** `4月写的下月计划`. */
export function previousPlansTitle({ period }: Pick<ReportView, 'period'>): string {
  return `${formatPeriod(addMonths(period, -1))}写的下月计划`;
}

/** What the unit planned a month ago, beside what it reports now. */
export function PreviousPlans({
  report,
  isTitled = true,
}: {
  readonly report: ReportView;
  readonly isTitled?: boolean;
}) {
  return (
    <View>
      {isTitled ? (
        <Heading level={2} className="t-2">
          {previousPlansTitle(report)}
        </Heading>
      ) : null}
      {report.previousPlans.length === 0 ? <View className="t-body c-ink-2 below-2">上个月没有写计划。</View> : null}
      {report.previousPlans.map(({ id, text }) => (
        <View className="review-plan t-body" key={id}>
          {text}
        </View>
      ))}
    </View>
  );
}
