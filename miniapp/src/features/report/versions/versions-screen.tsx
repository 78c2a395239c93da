import { formatMoment } from '@jiannuo/shared/kernel';
import {
  describeDifferences,
  describePath,
  differenceOf,
  type ReportForm,
  type ReportVersionSummary,
  type ReportVersionView,
  type ReportView,
  type VersionDifference,
} from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { Card, GroupTitle } from '../../../ui/card/card';
import { Timeline } from '../../../ui/due/timeline';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { AnswerNote } from '../../../ui/report/returned-note';
import { MarkedText } from '../../../ui/report/version-choice';
import { Screen } from '../../../ui/screen/screen';
import { Answered, ErrorView, LoadingView } from '../../../ui/state/state-view';
import { useReport } from '../api/load-report.api';
import { useVersion } from '../api/load-version.api';
import '../form/form.scss';
import { DraftHistory } from './draft-history';

function Difference({ difference }: { readonly difference: VersionDifference }) {
  const { before, after } = difference;
  const marked = differenceOf(before ?? '', after ?? '');
  return (
    <View className="reading-part">
      <View className="t-s is-bold c-ink-2">{factsInLine(difference.heading, difference.place, difference.field)}</View>
      <View className="t-xs c-ink-2 below-1">原来</View>
      {before === null ? <View className="t-body c-ink-2">没有</View> : <MarkedText segments={marked.before} />}
      <View className="t-xs c-ink-2 below-1">改成</View>
      {after === null ? <View className="t-body c-ink-2">删去了</View> : <MarkedText segments={marked.after} />}
    </View>
  );
}

interface PairProps {
  readonly form: ReportForm;
  readonly before: ReportVersionView;
  readonly after: ReportVersionView;
}

function Differences({ form, before, after }: PairProps) {
  const differences = describeDifferences(before.content, after.content, form);
  return (
    <>
      <GroupTitle>{`第${String(after.number)}版改了${String(differences.length)}处`}</GroupTitle>
      <Card>
        {differences.length === 0 ? <View className="t-body">内容一样，没有改动。</View> : null}
        {differences.map((difference) => (
          <Difference key={difference.path} difference={difference} />
        ))}
        {after.answers.map(({ path, text }) => {
          const { heading, place, field } = describePath(path, after.content, form);
          return <AnswerNote key={path} place={factsInLine(heading, place, field)} text={text} />;
        })}
      </Card>
    </>
  );
}

function Compared({ report, number }: { readonly report: ReportView; readonly number: number }) {
  const after = useVersion(report.id, number);
  const before = useVersion(report.id, number - 1);
  const error = after.error ?? before.error;
  if (error !== null) {
    return (
      <ErrorView
        error={error}
        onRetry={() => {
          void after.refetch();
          void before.refetch();
        }}
      />
    );
  }
  if (after.data === undefined || before.data === undefined) return <LoadingView />;
  return <Differences form={report.form} before={before.data} after={after.data} />;
}

function words(version: ReportVersionSummary): string {
  return factsInLine(`${version.byName}交`, version.isWithdrawn ? '后来撤回了' : '');
}

function Versions({ report, mayWrite }: { readonly report: ReportView; readonly mayWrite: boolean }) {
  const [chosen, setChosen] = useState(() => Math.max(...report.versions.map((version) => version.number), 0));
  const steps = [...report.versions].reverse().map((version) => ({
    id: String(version.number),
    state: version.isWithdrawn ? ('info' as const) : ('done' as const),
    title: `第${String(version.number)}版`,
    when: formatMoment(version.submittedAt, now()),
    below: (
      <View className="row between row-wrap">
        <View>{words(version)}</View>
        {version.number > 1 ? (
          <Pressable
            className="text-link c-brand"
            onPress={() => {
              setChosen(version.number);
            }}
          >
            看改了什么
          </Pressable>
        ) : null}
      </View>
    ),
  }));
  return (
    <>
      <GroupTitle>{steps.length === 0 ? '还没交过' : `交过${String(steps.length)}版`}</GroupTitle>
      {steps.length === 0 ? null : (
        <Card>
          <Timeline steps={steps} />
        </Card>
      )}
      {chosen > 1 ? <Compared key={chosen} report={report} number={chosen} /> : null}
      {mayWrite ? <DraftHistory report={report} /> : null}
    </>
  );
}

interface ReportVersionsScreenProps {
  readonly reportId: string;
  /** Only who writes the report is shown what was typed and not chosen. */
  readonly mayWrite: boolean;
}

/** Every version that was handed in, and what each changed; then what was typed and not chosen. */
export function ReportVersionsScreen({ reportId, mayWrite }: ReportVersionsScreenProps) {
  const query = useReport(reportId);
  return (
    <Screen title="历次版本" section="work">
      <Answered query={query}>{(report) => <Versions report={report} mayWrite={mayWrite} />}</Answered>
    </Screen>
  );
}
