import { formatDue, formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import type { ReportVersionView, ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Dialog } from '../../../ui/overlay/dialog';
import { EnteredNote, hasNoText } from '../../../ui/report/entered-note';
import { takingBackWords } from '../../../ui/report/withdraw-words';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { StatusWord, type StatusShape } from '../../../ui/status/status-word';
import { withdrawReport } from '../api/withdraw-report.api';
import { ReportReading } from './report-reading';
import { UnsentTexts } from './unsent-texts';

function stateOf(report: ReportView): readonly [StatusShape, string] {
  if (report.state === 'accepted') return ['done', '牵头单位已收下'];
  if (report.state === 'returned') return ['returned', '已退回，等联络员改'];
  return report.state === 'submitted' ? ['done', '已交，等牵头单位看'] : ['not-yet', '还没交'];
}

function Head({ report, version }: { readonly report: ReportView; readonly version: ReportVersionView }) {
  const [shape, words] = stateOf(report);
  const { channel, submittedAt, byName } = version;
  const handedIn = `${formatMoment(submittedAt, now())} ${channel === 'app' ? `${byName}交` : `${CHANNEL_NAMES[channel]}收到`}`;
  return (
    <View className="page-head">
      <StatusWord shape={shape} isBold>
        {words}
      </StatusWord>
      <View className="t-s c-ink-2">{factsInLine(`第${String(version.number)}版`, handedIn)}</View>
    </View>
  );
}

/** After a return it is the correction's due time until which the answer may be taken back. */
function takingBack({ review, dueAt }: ReportView) {
  const correctionDueAt = review?.correctionDueAt ?? null;
  return { until: correctionDueAt ?? dueAt, isAgain: correctionDueAt !== null };
}

/** Taking back: says what it means, and what it does not mean, before it is done. */
function Withdraw({ report, onClose }: { readonly report: ReportView; readonly onClose: () => void }) {
  const store = useQueryClient();
  const write = useWrite(QUERY_KEYS.obligations, QUERY_KEYS.inbox);
  const withdraw = async () => {
    if ((await write.run(report.id, (key) => withdrawReport(report.id, key))) === null) return;
    await store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) });
    onClose();
  };
  const isRefused = write.error?.kind === 'refused';
  const close = () => {
    if (isRefused) void store.invalidateQueries({ queryKey: QUERY_KEYS.report(report.id) });
    onClose();
  };
  return (
    <Dialog
      title={isRefused ? '撤不回' : '撤回修改？'}
      verb={isRefused ? '看看现在怎样' : '撤回'}
      onClose={close}
      onConfirm={() => {
        if (isRefused) close();
        else void withdraw();
      }}
    >
      {write.error?.sentence ?? takingBackWords(takingBack(report), now())}
    </Dialog>
  );
}

function Links({ report }: { readonly report: ReportView }) {
  return (
    <Card fit="rows">
      <Row
        title="回执"
        icon="report"
        isStrong={false}
        onPress={() => {
          openPage('receipt', { id: report.id });
        }}
      />
      <Row
        title="历次版本"
        icon="clock"
        isStrong={false}
        aside={<View className="t-s c-ink-2">{`${String(report.versions.length)}版`}</View>}
        onPress={() => {
          openPage('report-versions', { id: report.id });
        }}
      />
    </Card>
  );
}

/** A report that is not being written now: what was handed in, and what may still be done. */
export function HandedIn({ report, version }: { readonly report: ReportView; readonly version: ReportVersionView }) {
  const [isAsking, setIsAsking] = useState(false);
  const { isWide } = useDisplay();
  const mayWithdraw = report.actions.includes('withdraw');
  const bar = (
    <StickyBar title="还能撤回修改" note={formatDue(takingBack(report).until, now())}>
      <Button
        look="plain"
        onPress={() => {
          setIsAsking(true);
        }}
      >
        撤回修改
      </Button>
    </StickyBar>
  );
  return (
    <Screen title={`${formatPeriod(report.period)}${report.title}`} section="work" {...(mayWithdraw ? { bar } : {})}>
      <Head report={report} version={version} />
      <UnsentTexts report={report} version={version} />
      <Links report={report} />
      <EnteredNote version={version} attachments={report.attachments} />
      {hasNoText(version) ? null : (
        <Card fit={isWide ? 'padded' : 'full'}>
          <ReportReading
            unitName={report.unitName}
            form={report.form}
            content={version.content}
            attachments={report.attachments}
            onRaise={(lineId) => {
              openPage('coordination/raise', { report: report.id, line: lineId });
            }}
          />
        </Card>
      )}
      {isAsking ? (
        <Withdraw
          report={report}
          onClose={() => {
            setIsAsking(false);
          }}
        />
      ) : null}
    </Screen>
  );
}
