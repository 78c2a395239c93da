import { addMonths, formatDue, formatPeriod, remaining } from '@jiannuo/shared/kernel';
import type { Gap, ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { openPage, scrollToElement } from '../../../platform/navigation';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { dueWords } from '../../../ui/due/due-words';
import { Row } from '../../../ui/row/row';
import { Screen } from '../../../ui/screen/screen';
import { SectionCard } from '../../../ui/section-card/section-card';
import { DueChip } from '../../../ui/status/status-word';
import { useLedgerOffers } from '../api/load-ledger-offers.api';
import { useListedMeasures } from '../api/load-listed-measures.api';
import { DraftProvider, useDraftKeeper, useDraftValue } from '../draft/use-draft';
import { PreviousPlans } from './carry-over';
import './form.scss';
import { FormProvider, type FormValue } from './form-context';
import { HandInFailed } from './hand-in-failed';
import { LedgerAll, LedgerRail } from './ledger-offers';
import { FormBar, takenBackWords } from './form-bar';
import { DraftSaveLine } from './save-words';
import { SectionBody, SectionWord } from './section-parts';
import { SectionList } from './section-list';
import { elementIdOf, filledHeadings, sectionOfPath, sectionsOf, type Section } from './sections';
import { UploadsProvider } from './uploads';
import { useHandIn } from './use-hand-in';

function FilledCount({ report }: { readonly report: ReportView }) {
  const { headings } = report.form;
  const filled = useDraftValue((keeper) => filledHeadings(keeper.content, report.form));
  return <View>{`已填${String(filled)}/${String(headings.length)}项`}</View>;
}

interface PartsProps {
  readonly sections: readonly Section[];
  readonly current: string | null;
  readonly onChoose: (id: string | null) => void;
}

function HistoryRow({ reportId }: { readonly reportId: string }) {
  return (
    <Row
      title="历次版本和改动"
      icon="clock"
      isStrong={false}
      onPress={() => {
        openPage('report-versions', { id: reportId });
      }}
    />
  );
}

function Accordion({ sections, current, onChoose, reportId }: PartsProps & { readonly reportId: string }) {
  return (
    <View className="report-sections">
      <GroupTitle>一、工作完成情况</GroupTitle>
      {sections.map((section) => (
        <SectionCard
          key={section.id}
          id={elementIdOf(`section/${section.id}`)}
          ordinal={section.ordinal}
          title={section.title}
          shortTitle={section.shortTitle}
          state={<SectionWord sectionId={section.id} />}
          isOpen={section.id === current}
          onToggle={() => {
            onChoose(section.id === current ? null : section.id);
            if (section.id !== current) scrollToElement(elementIdOf(`section/${section.id}`), 'start');
          }}
        >
          <SectionBody section={section} />
        </SectionCard>
      ))}
      <Card fit="rows" className="form-links">
        <HistoryRow reportId={reportId} />
      </Card>
    </View>
  );
}

function OnePart({ sections, current }: Omit<PartsProps, 'onChoose'>) {
  const section = sections.find(({ id }) => id === current) ?? sections[0];
  if (section === undefined) return null;
  return (
    <View>
      <Heading level={2} className="t-2">
        {`${section.ordinal}${section.title}`}
      </Heading>
      <SectionBody key={section.id} section={section} />
    </View>
  );
}

/** Last month's plan stands beside the headings only: it is there to be written into them. Below it the way to older texts. */
function Rail({ report, section }: { readonly report: ReportView; readonly section: Section | undefined }) {
  return (
    <View>
      {section === undefined || section.heading === null ? null : (
        <LedgerRail key={section.id} headingId={section.heading.id} />
      )}
      <PreviousPlans section={section} />
      <View className="rail-links">
        <HistoryRow reportId={report.id} />
      </View>
    </View>
  );
}

function useGapFinder(onOpen: (sectionId: string) => void) {
  const [wrong, setWrong] = useState<Gap | null>(null);
  const show = useCallback(
    (gap: Gap | null) => {
      setWrong(gap);
      if (gap === null) return;
      onOpen(sectionOfPath(gap.path));
      scrollToElement(elementIdOf(gap.path));
    },
    [onOpen],
  );
  return { wrong, show };
}

/** The monthly report being written: sections one under another on phones, three panes on wide windows. */
export function ReportForm({ report }: { readonly report: ReportView }) {
  const keeper = useDraftKeeper(report);
  const { isWide } = useDisplay();
  const ledgerOffers = useLedgerOffers(report.id);
  const listedMeasures = useListedMeasures(report.id);
  const handIn = useHandIn(report, keeper);
  const sections = useMemo(() => sectionsOf(report.form), [report.form]);
  const [current, setCurrent] = useState<string | null>(() => (isWide ? (sections[0]?.id ?? null) : null));
  const { wrong, show } = useGapFinder(setCurrent);
  const value = useMemo<FormValue>(
    () => ({
      reportId: report.id,
      form: report.form,
      period: report.period,
      ledgerOffers,
      listedMeasures,
      wrong,
      previousPlans: report.previousPlans,
      previousMonth: formatPeriod(addMonths(report.period, -1)),
      attachments: report.attachments,
    }),
    [report, ledgerOffers, listedMeasures, wrong],
  );
  const title = `${formatPeriod(report.period)}${report.title}`;
  if (handIn.phase.kind === 'failed') {
    return (
      <Screen title={title} section="work">
        <HandInFailed {...handIn.phase} onAgain={handIn.sendAgain} onLater={handIn.goOnWriting} />
      </Screen>
    );
  }
  const at = now();
  return (
    <DraftProvider value={keeper}>
      <FormProvider value={value}>
        <UploadsProvider reportId={report.id} known={report.attachments}>
          <Screen
            title={title}
            section="work"
            isOnSurface
            isTopLevel
            isListNarrow
            titleAside={
              <>
                <DueChip isFilled due={dueWords(remaining(report.dueAt, at))} />
                <View className="t-s c-ink-2 gap-3">{formatDue(report.dueAt, at)}</View>
              </>
            }
            top={<DraftSaveLine reportId={report.id} {...(isWide ? {} : { aside: <FilledCount report={report} /> })} />}
            list={<SectionList sections={sections} current={current} onChoose={setCurrent} />}
            rail={<Rail report={report} section={sections.find(({ id }) => id === current)} />}
            bar={
              <FormBar
                report={report}
                isSending={handIn.phase.kind === 'sending'}
                onCheck={() => {
                  show(handIn.checkAndSend());
                }}
              />
            }
          >
            {report.state === 'withdrawn' ? <Footnote>{takenBackWords(report.dueAt, at)}</Footnote> : null}
            <LedgerAll />
            {isWide ? (
              <OnePart sections={sections} current={current} />
            ) : (
              <Accordion sections={sections} current={current} onChoose={setCurrent} reportId={report.id} />
            )}
          </Screen>
        </UploadsProvider>
      </FormProvider>
    </DraftProvider>
  );
}
