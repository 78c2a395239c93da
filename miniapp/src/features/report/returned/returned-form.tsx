import { formatDue, formatMoment, formatPeriod, remaining } from '@jiannuo/shared/kernel';
import { isCorrected, type ReportVersionView, type ReportView, type ReviewView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { now } from '../../../platform/clock';
import { scrollToElement } from '../../../platform/navigation';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { Icon } from '../../../ui/icon/icon';
import { Dialog } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { Screen } from '../../../ui/screen/screen';
import { DraftProvider, useDraftKeeper, useDraftValue, useKeeper } from '../draft/use-draft';
import { FormProvider, type FormValue } from '../form/form-context';
import '../form/form.scss';
import { HandInFailed } from '../form/hand-in-failed';
import { DraftSaveLine } from '../form/save-words';
import { sectionOfPath, sectionsOf } from '../form/sections';
import { UploadsProvider } from '../form/uploads';
import { useHandIn, type HandIn } from '../form/use-hand-in';
import { ReportReading } from '../reading/report-reading';
import { isAnswered, useAnswers, type AnswerBook } from './answers';
import { remarkElementId } from './remark-element';
import { RemarkPart } from './remark-part';

interface ReturnedProps {
  readonly report: ReportView;
  readonly former: ReportVersionView;
  readonly review: ReviewView;
}

function Head({ report, review }: Pick<ReturnedProps, 'report' | 'review'>) {
  const at = now();
  const dueAt = review.correctionDueAt ?? report.dueAt;
  const isFirstOnTime = report.versions.length > 0 && (report.versions[0]?.submittedAt ?? '') < report.dueAt;
  return (
    <View className="page-head">
      <View className="row">
        <Icon name="returned" size="large" className="c-soon page-head-mark" />
        <Heading level={2} className="t-1 grow">
          {`退回修改，共${String(review.remarks.length)}处`}
        </Heading>
      </View>
      <View className="t-s c-ink-2 below-1">{`请在${formatDue(dueAt, at)}再交，${remaining(dueAt, at).text}。`}</View>
      <View className="t-s c-ink-2">
        {isFirstOnTime ? '首次报送按时，退回修改不扣分。' : `${formatMoment(review.at, at)} ${review.byUnit}退回。`}
      </View>
    </View>
  );
}

/** The next remark that nothing has been changed for, after the one asked for last. */
function nextOpen(open: readonly number[], last: number): number {
  return open.find((index) => index > last) ?? open[0] ?? 0;
}

/** The part of the form that a remark is on, as short as its mark: （八）. */
function partName({ form }: ReportView, path: string): string {
  const section = sectionsOf(form).find(({ id }) => id === sectionOfPath(path));
  if (section === undefined) return '整份月报';
  return section.heading === null ? section.title : section.ordinal;
}

function doneWords({ changed, answered, open }: Standing): string {
  if (open.length === 0 && answered === 0) return `${String(changed)}处都改了`;
  const kept = answered === 0 ? '' : `，${String(answered)}处不改`;
  return open.length === 0 ? `改了${String(changed)}处${kept}` : `还有${String(open.length)}处没改`;
}

interface Standing {
  readonly changed: number;
  /** Where nothing was changed, and it was said why. */
  readonly answered: number;
  /** The remarks that are neither. */
  readonly open: readonly number[];
}

/** How far the remarks are answered: by a change, or by the reason why there is none. */
function useStanding({ review, former }: Pick<ReturnedProps, 'review' | 'former'>, answers: AnswerBook): Standing {
  const marks = useDraftValue((draft) =>
    review.remarks.map(({ path }) => (isCorrected(path, former.content, draft.content) ? '1' : '0')).join(''),
  );
  const unchanged = review.remarks.flatMap((_, index) => (marks.charAt(index) === '0' ? [index] : []));
  const open = unchanged.filter((index) => !isAnswered(answers.textOf(review.remarks[index]?.path ?? '')));
  return { changed: marks.length - unchanged.length, answered: unchanged.length - open.length, open };
}

interface BarProps extends ReturnedProps {
  readonly handIn: HandIn;
  readonly answers: AnswerBook;
}

/** What is changed and what is not. 再交 shows the first place that is not changed; a second tap asks, and then sends. */
function ReturnedBar({ report, review, former, handIn, answers }: BarProps) {
  const keeper = useKeeper();
  const [last, setLast] = useState(-1);
  const [wasShown, setWasShown] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const standing = useStanding({ review, former }, answers);
  const { open } = standing;
  const goTo = (index: number) => {
    setLast(index);
    scrollToElement(remarkElementId(index));
  };
  const send = () => {
    setIsAsking(false);
    const gap = handIn.checkAndSend();
    if (gap !== null)
      scrollToElement(
        remarkElementId(
          Math.max(
            0,
            review.remarks.findIndex(({ path }) => gap.path.startsWith(path)),
          ),
        ),
      );
    else keeper.keep();
  };
  const again = () => {
    if (open.length === 0) send();
    else if (wasShown) setIsAsking(true);
    else {
      setWasShown(true);
      const first = open[0] ?? 0;
      showToast(`${partName(report, review.remarks[first]?.path ?? '')}还没改`);
      goTo(first);
    }
  };
  const isSending = handIn.phase.kind === 'sending';
  return (
    <StickyBar title={isSending ? '正在交，请别关' : doneWords(standing)} note="其余内容已锁定">
      {open.length === 0 ? null : (
        <Button
          look="weak"
          onPress={() => {
            goTo(nextOpen(open, last));
          }}
        >
          下一处
        </Button>
      )}
      <Button onPress={again}>再交</Button>
      {isAsking ? (
        <Dialog
          title={`还有${String(open.length)}处没改，仍要交吗？`}
          verb="仍要交"
          refusal="回去改"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={send}
        />
      ) : null}
    </StickyBar>
  );
}

function LockedRest({ report, former }: Pick<ReturnedProps, 'report' | 'former'>) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card fit="full">
      <Pressable
        className="text-link t-body c-brand"
        isExpanded={isOpen}
        onPress={() => {
          setIsOpen(!isOpen);
        }}
      >
        {isOpen ? '收起全文' : '看上一版全文，已锁定'}
      </Pressable>
      {isOpen ? (
        <ReportReading
          unitName={report.unitName}
          form={report.form}
          content={former.content}
          attachments={report.attachments}
        />
      ) : null}
    </Card>
  );
}

/** A report that was sent back: only the lines with a remark are open, each with its remark and its former text. */
export function ReturnedForm({ report, former, review }: ReturnedProps) {
  const keeper = useDraftKeeper(report);
  const answers = useAnswers(report.id, former.number);
  const handIn = useHandIn(report, keeper, () =>
    review.remarks.flatMap(({ path }) => {
      const text = answers.textOf(path);
      return isAnswered(text) && !isCorrected(path, former.content, keeper.content) ? [{ path, text }] : [];
    }),
  );
  const value = useMemo<FormValue>(
    () => ({
      reportId: report.id,
      form: report.form,
      period: report.period,
      ledgerOffers: [],
      listedMeasures: [],
      wrong: null,
      previousPlans: [],
      previousMonth: '',
      attachments: report.attachments,
    }),
    [report],
  );
  const title = `${formatPeriod(report.period)}${report.title}`;
  if (handIn.phase.kind === 'failed') {
    return (
      <Screen title={title} section="work">
        <HandInFailed {...handIn.phase} onAgain={handIn.sendAgain} onLater={handIn.goOnWriting} />
      </Screen>
    );
  }
  return (
    <DraftProvider value={keeper}>
      <FormProvider value={value}>
        <UploadsProvider reportId={report.id} known={report.attachments}>
          <Screen
            title={title}
            section="work"
            isOnSurface
            top={<DraftSaveLine reportId={report.id} aside={<View>{`第${String(former.number + 1)}版`}</View>} />}
            bar={<ReturnedBar report={report} review={review} former={former} handIn={handIn} answers={answers} />}
          >
            <Head report={report} review={review} />
            {review.remarks.map((remark, index) => (
              <RemarkPart
                key={`${remark.path}-${String(index)}`}
                remark={remark}
                index={index}
                report={report}
                former={former}
                review={review}
                answers={answers}
              />
            ))}
            <LockedRest report={report} former={former} />
          </Screen>
        </UploadsProvider>
      </FormProvider>
    </DraftProvider>
  );
}
