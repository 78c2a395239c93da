import { beijingDate, formatDay, formatDue, remaining } from '@jiannuo/shared/kernel';
import type { ClaimView } from '@jiannuo/shared/notifications';
import {
  isAsked,
  obligationName,
  stepWords,
  type MyObligationsView,
  type ObligationView,
} from '@jiannuo/shared/obligations';
import type { MeView } from '@jiannuo/shared/people';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { openPage } from '../../platform/navigation';
import { Card, GroupTitle } from '../../ui/card/card';
import { UpdateCard } from '../../ui/card/update-card';
import { dueWords } from '../../ui/due/due-words';
import { Heading } from '../../ui/heading/heading';
import { factsInLine } from '../../ui/ideographic-space';
import { Row } from '../../ui/row/row';
import { unbroken } from '../../ui/row/unbroken';
import { Screen } from '../../ui/screen/screen';
import { Answered, StateView } from '../../ui/state/state-view';
import { DueChip, StatusWord } from '../../ui/status/status-word';
import { DueCard } from './due-card';
import './home.scss';
import { LeaderList } from './leader-list';
import { useMyObligations } from './load-obligations.api';
import { useOpenReviews } from './load-open-reviews.api';
import { mergeReports, type DoneLine } from './merge-reports';
import {
  closedWords,
  doneWords,
  dueLine,
  isReturned,
  lateWords,
  openObligation,
  progressWords,
  standingWords,
} from './obligation-words';

const IN_CARD = 2;
/** The rest of a long year stands under 填报. */
const CLOSED_SHOWN = 3;

interface LineProps<T extends ObligationView> {
  readonly obligation: T;
  readonly at: string;
  readonly mayDo: boolean;
}

function OpenRow({ obligation, at }: Omit<LineProps<ObligationView>, 'mayDo'>) {
  const due = lateWords(obligation, at) ?? dueLine(obligation, at);
  return (
    <Row
      title={obligationName(obligation)}
      below={
        <>
          <DueChip due={standingWords(obligation, at)} />
          {unbroken(factsInLine(due, stepWords(obligation), isReturned(obligation) ? progressWords(obligation) : ''))}
        </>
      }
      {...opening(obligation)}
    />
  );
}

/** A review to which the unit may still object (异议期). */
function ReviewRow({ review, at }: { readonly review: ClaimView; readonly at: string }) {
  const { title, about, dueAt, targets } = review;
  return (
    <Row
      title={title}
      below={
        dueAt === null ? (
          about
        ) : (
          <>
            <DueChip due={dueWords(remaining(dueAt, at))} />
            {unbroken(factsInLine(formatDue(dueAt, at), about))}
          </>
        )
      }
      onPress={() => {
        openPage('assessment/sheet', { id: targets[0].id });
      }}
    />
  );
}

function opening(obligation: ObligationView): { readonly onPress: () => void } {
  return {
    onPress: () => {
      openObligation(obligation);
    },
  };
}

function DoneRow({ obligation, at, mayDo }: LineProps<DoneLine>) {
  const { asker } = obligation;
  const canOpen = obligation.reportId !== null || (mayDo && obligation.kind === 'self-assessment');
  return (
    <Row
      {...(asker === null ? {} : { above: asker.name })}
      title={obligationName(obligation)}
      isStrong={false}
      keepsPlace
      below={
        <>
          <DueChip due={standingWords(obligation, at)} />
          <View>{doneWords(obligation, at)}</View>
        </>
      }
      {...(canOpen ? opening(obligation) : {})}
    />
  );
}

function ClosedRow({ obligation, mayDo }: Omit<LineProps<ObligationView>, 'at'>) {
  const canOpen = obligation.kind === 'self-assessment' && (mayDo || obligation.reportId !== null);
  return (
    <Row
      title={obligationName(obligation)}
      isStrong={false}
      keepsPlace
      below={closedWords(obligation.kind, canOpen)}
      aside={<StatusWord shape="late">漏报</StatusWord>}
      {...(canOpen ? opening(obligation) : {})}
    />
  );
}

function AllDone({ view, hasClosed }: { readonly view: MyObligationsView; readonly hasClosed: boolean }) {
  const { next, serverNow } = view;
  const line =
    next === null ? '有新的事会放进收件。' : `下一件是${obligationName(next)}，${formatDue(next.dueAt, serverNow)}。`;
  return <StateView icon="todo" tone="done" title={hasClosed ? '眼下没有要办的' : '本月的事都办完了'} lines={[line]} />;
}

interface HeadProps extends Pick<HomeProps, 'unitName' | 'mayDo'> {
  readonly at: string;
  readonly count: number;
}

function Head({ at, count, unitName, mayDo }: HeadProps) {
  return (
    <View className="home-head">
      <View className="t-s c-ink-2">{factsInLine(formatDay(beijingDate(at)), unitName)}</View>
      <Heading level={2} className="t-1">
        {`${mayDo ? '' : '本单位'}还有${String(count)}件事${mayDo ? '要办' : '没办'}`}
      </Heading>
    </View>
  );
}

interface HomeProps {
  readonly view: MyObligationsView;
  readonly unitName: string;
  readonly mayDo: boolean;
  readonly liaison: MeView['liaison'];
}

/** What the card says in large. A report that was sent back has a row with its own way in, unless it comes first. */
function inCardOf(open: readonly ObligationView[]): readonly ObligationView[] {
  return open.slice(0, IN_CARD).filter((obligation, index) => index === 0 || !isReturned(obligation));
}

interface ToDoProps {
  readonly open: readonly ObligationView[];
  readonly reviews: readonly ClaimView[];
  readonly at: string;
}

/** What a liaison has to do: the two most urgent as a card, the others as rows, then what may be objected to. */
function ToDo({ open, reviews, at }: ToDoProps) {
  const inCard = inCardOf(open);
  const others = open.filter((obligation) => !inCard.includes(obligation));
  const marked = open.filter((obligation) => inCard.includes(obligation) || !isAsked(obligation.kind));
  return (
    <>
      {inCard.length === 0 ? null : <DueCard obligations={inCard} marked={marked} at={at} />}
      {others.length + reviews.length === 0 ? null : (
        <>
          {inCard.length === 0 ? null : <GroupTitle>其他待办</GroupTitle>}
          <Card fit="rows">
            {others.map((obligation) => (
              <OpenRow key={obligation.id} obligation={obligation} at={at} />
            ))}
            {reviews.map((review) => (
              <ReviewRow key={review.targets[0].id} review={review} at={at} />
            ))}
          </Card>
        </>
      )}
    </>
  );
}

function Home({ view, unitName, mayDo, liaison }: HomeProps) {
  const { open, closed } = mergeReports(view);
  const { serverNow } = view;
  const reviews = useOpenReviews(mayDo);
  const count = open.length + reviews.length;
  return (
    <>
      {count === 0 ? (
        <AllDone view={view} hasClosed={closed.length > 0} />
      ) : (
        <>
          <Head at={serverNow} count={count} unitName={unitName} mayDo={mayDo} />
          {mayDo ? (
            <ToDo open={open} reviews={reviews} at={serverNow} />
          ) : (
            <LeaderList open={open} at={serverNow} liaison={liaison} />
          )}
        </>
      )}
      {closed.length === 0 ? null : (
        <>
          <GroupTitle>已关闭</GroupTitle>
          <Card fit="rows">
            {closed.slice(-CLOSED_SHOWN).map((obligation) => (
              <ClosedRow key={obligation.id} obligation={obligation} mayDo={mayDo} />
            ))}
          </Card>
        </>
      )}
    </>
  );
}

/** What is done: under what is open, beside it on wide windows. */
function Done({ view, mayDo }: Pick<HomeProps, 'view' | 'mayDo'>) {
  const { done } = mergeReports(view);
  if (done.length === 0) return null;
  return (
    <>
      <GroupTitle>已办</GroupTitle>
      <Card fit="rows">
        {done.map((obligation) => (
          <DoneRow key={obligation.id} obligation={obligation} at={view.serverNow} mayDo={mayDo} />
        ))}
      </Card>
    </>
  );
}

interface HomeScreenProps {
  readonly unitName: string;
  readonly title: string;
  /** Whether the reader fills in and hands in; a leader reads how it stands. */
  readonly mayDo: boolean;
  /** Whom a leader calls about it. */
  readonly liaison?: MeView['liaison'];
}

/** A unit's first screen: what is owed and by when, then everything else. */
export function HomeScreen({ unitName, title, mayDo, liaison = null }: HomeScreenProps) {
  const query = useMyObligations();
  const { isWide } = useDisplay();
  return (
    <Screen
      title={title}
      slot="home"
      {...(isWide && query.data !== undefined ? { rail: <Done view={query.data} mayDo={mayDo} /> } : {})}
    >
      <UpdateCard />
      <Answered query={query}>
        {(view) => (
          <>
            <Home view={view} unitName={unitName} mayDo={mayDo} liaison={liaison} />
            {isWide ? null : <Done view={view} mayDo={mayDo} />}
          </>
        )}
      </Answered>
    </Screen>
  );
}
