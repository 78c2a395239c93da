import { describeDifferences, differenceOf, type ReportView, type ReportVersionView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { factsInLine } from '../../ui/ideographic-space';
import { MarkedText } from '../../ui/report/version-choice';
import { Answered } from '../../ui/state/state-view';
import { useReviewedVersion } from './api/load-version.api';

interface Pair {
  readonly report: ReportView;
  readonly before: ReportVersionView;
  readonly after: ReportVersionView;
}

function Changes({ report, before, after }: Pair) {
  const differences = describeDifferences(before.content, after.content, report.form);
  return (
    <>
      <View className="t-s is-bold">
        {differences.length === 0
          ? `和第${String(before.number)}版一样，没有改动。`
          : `和第${String(before.number)}版比，改了${String(differences.length)}处`}
      </View>
      {differences.map(({ path, heading, place, field, before: old, after: fresh }) => {
        const marked = differenceOf(old ?? '', fresh ?? '');
        return (
          <View className="review-change" key={path}>
            <View className="t-s c-ink-2">{factsInLine(heading, place, field)}</View>
            <View className="review-pair">
              <View className="grow">
                <View className="t-xs c-ink-2">原来</View>
                {old === null ? <View className="t-s">没有</View> : <MarkedText segments={marked.before} />}
              </View>
              <View className="grow review-after">
                <View className="t-xs c-ink-2">现在</View>
                {fresh === null ? <View className="t-s">删去了</View> : <MarkedText segments={marked.after} />}
              </View>
            </View>
          </View>
        );
      })}
    </>
  );
}

interface VersionChangesProps {
  readonly report: ReportView;
  readonly after: ReportVersionView;
  readonly beforeNumber: number;
}

/** What the version being read changed against an earlier one, both texts side by side. */
export function VersionChanges({ report, after, beforeNumber }: VersionChangesProps) {
  const query = useReviewedVersion(report.id, beforeNumber);
  return (
    <View className="review-changes">
      <Answered query={query} rows={1}>
        {(before) => <Changes report={report} before={before} after={after} />}
      </Answered>
    </View>
  );
}
