import {
  ASSESSMENT_MESSAGES,
  ASSESSMENT_STATE_NAMES,
  decideReview,
  overdueSince,
  reviewedTotal,
  withFindings,
  type AssessmentView,
} from '@jiannuo/shared/assessment';
import { formatDue, formatMoment, quoted, type Refusal } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { TextField } from '../../../ui/field/field';
import { Dialog, Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { Answering } from './answering';
import { LettingStand } from './letting-stand';
import { Asked, type Closing } from './month-closing';
import { confirmReview } from '../api/confirm-review.api';
import { correctScore } from '../api/correct-score.api';
import { finalise } from '../api/finalise.api';
import { saveReview } from '../api/save-review.api';
import type { ReviewBook } from './use-review';

interface DeskProps {
  readonly view: AssessmentView;
  readonly book: ReviewBook;
}

interface BarProps extends DeskProps {
  readonly closing: Closing;
}

/** What still lacks its reason, in one sentence; null when nothing does. */
function missingReason({ table, review }: ReviewBook): string | null {
  const outcome = decideReview(table.self, table.month, review);
  if (!outcome.ok) return `${quoted(String(outcome.refusals[0].facts['label']))}和自评不同，请写理由`;
  const bare = table.rows.find(({ thing, isChanged, reason }) => thing !== null && isChanged && reason === '');
  return bare === undefined ? null : `${quoted(bare.title)}改了，请写理由`;
}

function refusalWords({ code, facts }: Refusal): string {
  return ASSESSMENT_MESSAGES[code as keyof typeof ASSESSMENT_MESSAGES](facts);
}

/** What a month without measures gets is confirmed with its review (Q10). */
function emptyWords({ table }: ReviewBook): string {
  return `台账本月没有措施，工作完成情况按${table.reviewed.raw.completion}分算，确认复核就是确认这一条`;
}

function Reviewing({ view, book }: DeskProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const missing = missingReason(book);
  const changed = book.table.rows.filter(({ thing, isChanged }) => thing !== null && isChanged).length;
  const body = { version: view.version, review: book.review };
  const save = async () => {
    if ((await write.run({ save: body }, (key) => saveReview(view.id, body, key))) !== null) showToast('存好了');
  };
  const confirm = async () => {
    if (missing !== null) {
      showToast(missing);
      return;
    }
    if ((await write.run({ confirm: body }, (key) => confirmReview(view.id, body, key))) === null) return;
    book.forget();
    showToast('已复核，县里会收到');
  };
  const days = view.objectionWorkingDays;
  const next = days === 0 ? '复核后可以定稿' : `县里${String(days)}个工作日内可以提异议`;
  const held = view.confirmRefusal === null ? null : refusalWords(view.confirmRefusal);
  const note = held ?? (view.records.measures.length === 0 ? emptyWords(book) : next);
  return (
    <StickyBar
      title={missing ?? (changed === 0 ? '没有改分' : `改了${String(changed)}处，都有理由`)}
      note={write.error === null ? note : `${write.error.sentence}写的都在。`}
    >
      <Button look="plain" onPress={() => void save()}>
        先存着
      </Button>
      {held === null ? <Button onPress={() => void confirm()}>确认复核</Button> : null}
    </StickyBar>
  );
}

/** What fell due since the review, in words; empty where nothing did. */
function overdueWords({ review, records }: AssessmentView): string {
  return review === null ? '' : overdueSince(review.month, records, now());
}

/** `现在定稿35.57，折算后24.90。抽查前41.29。`; where something fell due since the review, that this only reckons it anew. */
function finalWords(view: AssessmentView, { review, table }: ReviewBook): string {
  const overdue = overdueWords(view);
  if (overdue !== '') return `复核以后${overdue}。这次先重算，告诉县里，异议期重新算，过了再定稿。`;
  const { raw, score } = table.reviewed;
  const before = reviewedTotal(withFindings(table.month, []), review);
  return `现在定稿${raw.total}，折算后${score}。${before === raw.total ? '' : `抽查前${before}。`}定稿后要改只能更正。`;
}

/** The month's spot check was promised: nothing becomes final before it is drawn. */
function DrawFirst() {
  return (
    <StickyBar title="抽查还没摇号" note="这个月摇过号再定稿">
      <Button
        look="plain"
        onPress={() => {
          openPage('spot-checks');
        }}
      >
        去摇号
      </Button>
    </StickyBar>
  );
}

function Finalising({ view, book, closing }: BarProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [isAsking, setIsAsking] = useState(false);
  const { objectionClosesAt, actions, state } = view;
  const until = objectionClosesAt === null ? '' : `县里${formatDue(objectionClosesAt, now())}可以提异议`;
  // What fell due since is stated anew without a draw; only a number that is fixed waits for it.
  const waitsForDraw = closing.isDrawPending && overdueWords(view) === '';
  if (actions.includes('finalise') && waitsForDraw) return <DrawFirst />;
  const confirm = async () => {
    const done = await write.run('finalise', (key) => finalise(view.id, key));
    if (done === null) return;
    setIsAsking(false);
    showToast(done.isRestated ? '复核后有漏报迟报，重算了' : '已定稿');
  };
  return (
    <>
      <StickyBar title={ASSESSMENT_STATE_NAMES[state]} note={actions.includes('finalise') ? '定稿后只能更正' : until}>
        {actions.includes('finalise') ? (
          <Button
            onPress={() => {
              setIsAsking(true);
            }}
          >
            定稿
          </Button>
        ) : null}
      </StickyBar>
      {isAsking ? (
        <Dialog
          title={`${view.unitName}定稿？`}
          verb="定稿"
          onClose={() => {
            setIsAsking(false);
          }}
          onConfirm={() => void confirm()}
        >
          {write.error?.sentence ?? <Asked openEnds={closing.openEnds}>{finalWords(view, book)}</Asked>}
        </Dialog>
      ) : null}
    </>
  );
}

/** When the number that holds was fixed: it was told to all later. */
function fixedWords(scores: DeskProps['view']['scores']): string {
  const score = scores.at(-1);
  if (score === undefined) return '';
  return `${formatMoment(score.at, now())}${score.kind === 'correction' ? '更正' : '定稿'}`;
}

/** How a number is corrected; where nothing asks for it, also when it was fixed. */
function standingWords({ actions, scores }: DeskProps['view']): string {
  const way = '要更正，点开那一项改';
  return actions.includes('let-stand') ? way : `${fixedWords(scores)}\u3000${way}`;
}

function Correcting({ view, book }: DeskProps) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState('');
  const score = view.scores.at(-1);
  const isChanged = book.review.verdicts.length > 0 || book.table.reviewed.raw.total !== score?.raw;
  const correct = async () => {
    const body = { version: view.version, review: book.review, reason };
    if ((await write.run(body, (key) => correctScore(view.id, body, key))) === null) return;
    book.forget();
    setIsOpen(false);
    showToast('已更正，县里会收到');
  };
  return (
    <>
      <StickyBar
        title={ASSESSMENT_STATE_NAMES[view.state]}
        note={isChanged ? `更正后${book.table.reviewed.raw.total}` : standingWords(view)}
      >
        {isChanged ? (
          <Button
            onPress={() => {
              setIsOpen(true);
            }}
          >
            更正
          </Button>
        ) : view.actions.includes('let-stand') ? (
          <LettingStand view={view} />
        ) : null}
      </StickyBar>
      {isOpen ? (
        <Sheet
          title="更正得分"
          onClose={() => {
            setIsOpen(false);
          }}
        >
          <View className="t-s c-ink-2">{`从${score?.raw ?? ''}改为${book.table.reviewed.raw.total}。原来的分留着，看得到。`}</View>
          <TextField
            label="更正理由"
            lines="many"
            initial=""
            error={write.error === null ? null : `${write.error.sentence}写的都在。`}
            onType={setReason}
          />
          <View className="below-4">
            <Button isBlock onPress={() => void correct()}>
              更正
            </Button>
          </View>
        </Sheet>
      ) : null}
    </>
  );
}

/** What the lead unit can do with this county's month now. */
export function ReviewBar({ view, book, closing }: BarProps) {
  const { actions, state } = view;
  if (actions.includes('review')) return <Reviewing view={view} book={book} />;
  if (actions.includes('uphold')) return <Answering view={view} />;
  if (actions.includes('correct')) return <Correcting view={view} book={book} />;
  if (state === 'draft')
    return (
      <StickyBar title="县里还没交" note={`${formatDue(view.dueAt, now())}截止，到时按记录复核`}>
        {null}
      </StickyBar>
    );
  return <Finalising view={view} book={book} closing={closing} />;
}
