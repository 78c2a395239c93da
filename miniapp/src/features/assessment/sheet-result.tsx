import {
  namesOf,
  nodeIn,
  pointsIn,
  SHEET_LINE_WORDS,
  SHEET_LINES,
  sheetPoints,
  withVerdicts,
  type AssessmentView,
  type SheetLine,
} from '@jiannuo/shared/assessment';
import { formatDue, formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { scoreMonth, type MonthCase, type RuleName } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { now } from '../../platform/clock';
import { useOnline } from '../../platform/network';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card, Footnote, GroupTitle } from '../../ui/card/card';
import { Choice } from '../../ui/field/choice';
import { TextField } from '../../ui/field/field';
import { Dialog, Sheet } from '../../ui/overlay/dialog';
import { showToast } from '../../ui/overlay/toast';
import { Row } from '../../ui/row/row';
import { ScoreLine, ScoreTotal } from '../../ui/score/score-line';
import { TraceLines } from '../../ui/score/trace-lines';
import { Screen } from '../../ui/screen/screen';
import { OfflineBand } from '../../ui/state/state-view';
import { agreeToReview } from './api/agree-to-review.api';
import { objectToReview } from './api/object-to-review.api';
import { withdrawSheet } from './api/withdraw-sheet.api';
import './assessment.scss';
import { percentText } from './sheet-form';

/** The lines of a month's points in words, with what a spot check took. */
const LINES: readonly RuleName[] = [...SHEET_LINES, 'deduction'];

function titleOf(line: RuleName): string {
  return line === 'deduction' ? '减分项（抽查）' : SHEET_LINE_WORDS[line as SheetLine].title;
}

/** The case that holds now: what was fixed, else what was reviewed, else what was handed in. */
function standing(view: AssessmentView): { readonly label: string; readonly month: MonthCase } {
  const score = view.scores.at(-1);
  if (score !== undefined) return { label: score.kind === 'final' ? '得分' : '更正后得分', month: score.month };
  const { review, sheet, state } = view;
  if (review !== null && state !== 'submitted') {
    return { label: '复核得分', month: withVerdicts(review.month, review.review.verdicts) };
  }
  if (sheet !== null) return { label: '自评总分', month: sheet.content.month };
  return { label: '按记录算', month: { ...EMPTY_CASE, regulation: view.records.regulation, month: view.period } };
}

const EMPTY_CASE: MonthCase = {
  kind: 'month',
  regulation: '',
  month: '',
  unit: '',
  measures: [],
  obligations: [],
  information: [],
  adjustments: [],
  rulings: {},
};

/** Why a line is what it is: the lead unit's own words. */
function reasonsFor({ review }: AssessmentView, line: RuleName): readonly string[] {
  if (review === null) return [];
  const { verdicts, reasons } = review.review;
  const subjects: Readonly<Partial<Record<RuleName, string>>> = {
    completion: 'measure',
    timeliness: 'obligation',
    information: 'information',
    adjustment: 'adjustment',
  };
  const said = verdicts.filter(({ subject, reason }) => subject === subjects[line] && reason !== '');
  const own = line === 'deduction' ? undefined : reasons[line as SheetLine];
  return [...said.map(({ reason }) => reason), ...(own === undefined ? [] : [own])];
}

function ResultLine({
  view,
  month,
  line,
}: {
  readonly view: AssessmentView;
  readonly month: MonthCase;
  readonly line: RuleName;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const names = useMemo(() => namesOf(view.records), [view.records]);
  const { trace } = scoreMonth(month);
  const node = nodeIn(trace, line);
  const sheet = view.sheet?.content;
  const self =
    sheet === undefined
      ? undefined
      : sheetPoints(sheet.month, sheet.draft.scores).lines.find((each) => each.line === line)?.self;
  const points = pointsIn(trace, line);
  const reasons = reasonsFor(view, line);
  return (
    <ScoreLine
      title={titleOf(line)}
      points={points}
      outOf={node.outOf}
      note={self === undefined || self === points ? null : `自评${self}`}
      isOpen={isOpen}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      {reasons.map((reason) => (
        <View className="score-reason t-s" key={reason}>{`复核：${reason}`}</View>
      ))}
      <TraceLines node={node} names={names} isFixed />
    </ScoreLine>
  );
}

function Objecting({ view, onClose }: { readonly view: AssessmentView; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments);
  const [line, setLine] = useState<SheetLine>('completion');
  const [text, setText] = useState('');
  const send = async () => {
    const body = { line, text };
    if ((await write.run(body, (key) => objectToReview(view.id, body, key))) === null) return;
    showToast('异议交了，等市里答复');
    onClose();
  };
  return (
    <Sheet title="提异议" onClose={onClose}>
      <Choice
        label="对哪一项"
        value={line}
        options={SHEET_LINES.map((value) => ({ value, label: SHEET_LINE_WORDS[value].title }))}
        onChoose={setLine}
      />
      <TextField
        label="异议"
        lines="many"
        initial=""
        placeholder="哪里不对，有什么材料"
        error={write.error === null ? null : `${write.error.sentence}写的都在。`}
        onType={setText}
      />
      <View className="below-4">
        <Button isBlock onPress={() => void send()}>
          提异议
        </Button>
      </View>
    </Sheet>
  );
}

const NOTES: Readonly<Record<AssessmentView['state'], string>> = {
  draft: '',
  submitted: '已交，等市里复核',
  reviewed: '可以提异议',
  objected: '异议交了，等市里答复',
  settled: '已商定，等定稿',
  final: '已定稿',
  published: '已通报',
};

type Asking = 'withdraw' | 'object' | null;

function ResultBar({ view, onAsk }: { readonly view: AssessmentView; readonly onAsk: (asking: Asking) => void }) {
  const write = useWrite(QUERY_KEYS.assessments);
  const { actions, objectionClosesAt, dueAt } = view;
  if (actions.includes('withdraw')) {
    return (
      <StickyBar title={NOTES.submitted} note={`${formatDue(dueAt, now())}可以撤回`}>
        <Button
          look="plain"
          onPress={() => {
            onAsk('withdraw');
          }}
        >
          撤回来改
        </Button>
      </StickyBar>
    );
  }
  const agree = async () => {
    if ((await write.run('agree', (key) => agreeToReview(view.id, key))) !== null) showToast('已告诉市里没有异议');
  };
  const until = objectionClosesAt === null ? '' : `${formatDue(objectionClosesAt, now())}可以提异议`;
  return (
    <StickyBar title={NOTES[view.state]} note={write.error?.sentence ?? until}>
      {actions.includes('object') ? (
        <Button
          look="plain"
          onPress={() => {
            onAsk('object');
          }}
        >
          提异议
        </Button>
      ) : null}
      <Button onPress={() => void agree()}>没有异议</Button>
    </StickyBar>
  );
}

function Withdrawing({ view, onClose }: { readonly view: AssessmentView; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.obligations);
  const withdraw = async () => {
    if ((await write.run('withdraw', (key) => withdrawSheet(view.id, key))) === null) return;
    showToast('已撤回，可以改');
    onClose();
  };
  return (
    <Dialog title="撤回来改？" verb="撤回" onClose={onClose} onConfirm={() => void withdraw()}>
      {write.error?.sentence ?? '撤回后要再交才算，按再交的时间。填的都在。'}
    </Dialog>
  );
}

function History({ view }: { readonly view: AssessmentView }) {
  const { objections, scores, sheet } = view;
  if (objections.length === 0 && scores.length < 2 && sheet === null) return null;
  return (
    <>
      <GroupTitle>经过</GroupTitle>
      <Card fit="rows">
        {sheet === null ? null : (
          <Row
            title={`自评${sheet.content.total}`}
            isStrong={false}
            below={`${formatMoment(sheet.receivedAt, now())} ${sheet.byName}交`}
          />
        )}
        {objections.map(({ number, line, text, answer, answerReason }) => (
          <Row
            key={number}
            title={`异议：${SHEET_LINE_WORDS[line].title}，${text}`}
            isStrong={false}
            below={answer === null ? '等市里答复' : `${answer === 'upheld' ? '采纳' : '没采纳'}：${answerReason}`}
          />
        ))}
        {scores.map(({ number, kind, raw, score, reason, at }) => (
          <Row
            key={number}
            title={`${kind === 'final' ? '定稿' : '更正'} ${raw}，折算后${score}`}
            isStrong={false}
            below={`${formatMoment(at, now())}${reason === '' ? '' : `　理由：${reason}`}`}
          />
        ))}
      </Card>
    </>
  );
}

/** A county's month after it was handed in: what stands now, line by line, with the lead unit's reasons. */
export function SheetResult({ view }: { readonly view: AssessmentView }) {
  const isOnline = useOnline();
  const [asking, setAsking] = useState<Asking>(null);
  const { label, month } = standing(view);
  const { raw, score } = scoreMonth(month);
  const isAsked = view.actions.some((action) => action === 'withdraw' || action === 'agree');
  const onClose = () => {
    setAsking(null);
  };
  const { outOf, factor } = sheetPoints(month);
  const total =
    view.scores.length === 0 && view.state === 'submitted' ? (view.sheet?.content.total ?? raw.total) : raw.total;
  return (
    <Screen
      title={`${formatPeriod(view.period)}自查评分`}
      section="work"
      {...(isAsked ? { bar: <ResultBar view={view} onAsk={setAsking} /> } : {})}
    >
      <OfflineBand isShown={!isOnline} />
      <ScoreTotal
        label={`${label}，${NOTES[view.state]}`}
        total={total}
        outOf={outOf}
        asideLabel={`折算${percentText(factor)}后`}
        aside={
          view.state === 'submitted' && view.sheet !== null
            ? sheetPoints(month, view.sheet.content.draft.scores).weighted
            : score
        }
      />
      <Card fit="rows">
        {LINES.filter((line) => line !== 'deduction' || view.state !== 'submitted').map((line) => (
          <ResultLine key={line} view={view} month={month} line={line} />
        ))}
      </Card>
      <History view={view} />
      <Footnote>每一项都能点开看数据、算法和依据。</Footnote>
      {asking === 'withdraw' ? <Withdrawing view={view} onClose={onClose} /> : null}
      {asking === 'object' ? <Objecting view={view} onClose={onClose} /> : null}
    </Screen>
  );
}
