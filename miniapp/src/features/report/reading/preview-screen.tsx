import { formatPeriod } from '@jiannuo/shared/kernel';
import type { ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useDisplay } from '../../../platform/device/display';
import { Card } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { Screen } from '../../../ui/screen/screen';
import { Answered } from '../../../ui/state/state-view';
import { useReport } from '../api/load-report.api';
import { useDraftKeeper } from '../draft/use-draft';
import { ReportReading } from './report-reading';

function Preview({ report }: { readonly report: ReportView }) {
  const keeper = useDraftKeeper(report);
  const { isWide } = useDisplay();
  return (
    <>
      <View className="page-head">
        <Heading
          level={2}
          className="t-1"
        >{`${report.unitName} ${report.period.slice(0, 4)}年${formatPeriod(report.period)}${report.form.title}`}</Heading>
        <View className="t-s c-ink-2">这是草稿的样子，还没交。</View>
      </View>
      <Card fit={isWide ? 'padded' : 'full'}>
        <ReportReading
          unitName={report.unitName}
          form={report.form}
          content={keeper.content}
          attachments={report.attachments}
        />
      </Card>
    </>
  );
}

/** The draft as it will read once handed in. */
export function ReportPreviewScreen({ reportId }: { readonly reportId: string }) {
  const query = useReport(reportId);
  return (
    <Screen title="预览" section="work">
      <Answered query={query}>{(report) => <Preview report={report} />}</Answered>
    </Screen>
  );
}
