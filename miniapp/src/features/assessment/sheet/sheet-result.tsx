import {
  lineTitle,
  namesIn,
  REVIEWED_LINES,
  standingKey,
  toldNumber,
  weightedLabel,
  type AssessmentView,
  type ReviewedLine,
} from '@jiannuo/shared/assessment';
import { formatDue, formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { now } from '../../../platform/clock';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Card, Footnote } from '../../../ui/card/card';
import { Choice } from '../../../ui/field/choice';
import { TextField } from '../../../ui/field/field';
import { Dialog, Sheet } from '../../../ui/overlay/dialog';
import { showToast } from '../../../ui/overlay/toast';
import { ScoreTotal } from '../../../ui/score/score-line';
import { Screen } from '../../../ui/screen/screen';
import { StateView } from '../../../ui/state/state-view';
import { agreeToReview } from '../api/agree-to-review.api';
import { objectToReview } from '../api/object-to-review.api';
import { withdrawSheet } from '../api/withdraw-sheet.api';
import '../assessment.scss';
import { DownloadSheet } from './download-sheet';
import { EnteredTime } from './entered-time';
import { ExportScores } from '../scores/export-scores';
import { Passage } from './passage';
import { ToldLines } from '../scores/told-lines';

/** The lines that were not objected to yet since the last review, each once; 减分项 where something was taken off. */
function linesToObject(view: AssessmentView): readonly ReviewedLine[] {
  const { review, objections } = view;
  const heard = objections.filter(({ reviewNumber }) => reviewNumber === review?.number).map(({ line }) => line);
  const deduction = toldNumber(view, 'coming')?.lines.find(({ rule }) => rule === 'deduction');
  const isTaken = deduction !== undefined && deduction.points !== '0.00';
  return REVIEWED_LINES.filter((line) => !heard.includes(line) && (isTaken || line !== 'deduction'));
}

function Objecting({ view, onClose }: { readonly view: AssessmentView; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.inbox);
  const lines = linesToObject(view);
  const [line, setLine] = useState<ReviewedLine>(lines[0] ?? 'completion');
  const [text, setText] = useState('');
  const send = async () => {
    const body = { line, text };
    if ((await write.run(body, (key) => objectToReview(view.id, body, key))) === null) return;
    showToast(lines.length > 1 ? '异议交了，别的项还可以提' : '异议交了，等市里答复');
    onClose();
  };
  return (
    <Sheet title="提异议" onClose={onClose}>
      <Choice
        label="对哪一项"
        value={line}
        options={lines.map((value) => ({ value, label: lineTitle(value) }))}
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

/** How far the month is; after a review also whether something can still be said against it. */
function noteOf(view: AssessmentView): string {
  const { state, objectionClosesAt, serverNow, sheet } = view;
  if (state === 'submitted' && sheet?.entry != null) return '由牵头单位代录，等市里复核';
  if (state !== 'reviewed') return NOTES[state];
  if (objectionClosesAt === null || serverNow >= objectionClosesAt) return '异议期过了';
  return linesToObject(view).length > 0 ? NOTES.reviewed : '异议都答复了';
}

type Asking = 'withdraw' | 'object' | 'agree' | null;

/** What a county may still do to a month that is in. */
const ASKED: AssessmentView['actions'] = ['submit', 'withdraw', 'agree', 'object'];

interface SheetResultProps {
  readonly view: AssessmentView;
  /** Puts right what the lead unit entered for the county. */
  readonly onPutRight: () => void;
}

interface ResultBarProps extends SheetResultProps {
  readonly onAsk: (asking: Asking) => void;
}

/** What was entered for the county is its own to put right, for some days. */
function EnteredBar({ view, onPutRight }: SheetResultProps) {
  const until = view.sheet?.entry?.checkedUntil;
  return (
    <StickyBar title={noteOf(view)} note={until === undefined ? '还可以改' : `${formatDue(until, now())}可以改`}>
      <Button look="plain" onPress={onPutRight}>
        和原件不同，改
      </Button>
    </StickyBar>
  );
}

function ResultBar({ view, onPutRight, onAsk }: ResultBarProps) {
  const { actions, objectionClosesAt, dueAt } = view;
  if (actions.includes('submit')) return <EnteredBar view={view} onPutRight={onPutRight} />;
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
  const mayObject = actions.includes('object') && linesToObject(view).length > 0;
  const until = objectionClosesAt === null ? '' : formatDue(objectionClosesAt, now());
  return (
    <StickyBar title={noteOf(view)} note={mayObject ? until : ''}>
      {mayObject ? (
        <Button
          look="plain"
          onPress={() => {
            onAsk('object');
          }}
        >
          {view.objections.length === 0 ? '提异议' : '再提一项'}
        </Button>
      ) : null}
      {actions.includes('agree') ? (
        <Button
          onPress={() => {
            onAsk('agree');
          }}
        >
          没有异议
        </Button>
      ) : null}
    </StickyBar>
  );
}

/** Having nothing against a review cannot be taken back, unless the number moves. */
function Agreeing({ view, onClose }: { readonly view: AssessmentView; readonly onClose: () => void }) {
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.inbox);
  const agree = async () => {
    if ((await write.run('agree', (key) => agreeToReview(view, key))) === null) return;
    showToast('已告诉市里没有异议');
    onClose();
  };
  return (
    <Dialog title="没有异议？" verb="没有异议" onClose={onClose} onConfirm={() => void agree()}>
      {write.error?.sentence ?? '告诉市里以后，复核的分不变，就不能再提异议。'}
    </Dialog>
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

/** A county's month after it was handed in: what stands now, line by line, with the lead unit's reasons. */
export function SheetResult({ view, onPutRight }: SheetResultProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const names = useMemo(() => namesIn(view), [view]);
  const key = standingKey(view);
  const told = key === null ? null : toldNumber(view, key);
  const isAsked = view.actions.some((action) => ASKED.includes(action));
  const onClose = () => {
    setAsking(null);
  };
  return (
    <Screen
      title={`${formatPeriod(view.period)}自查评分`}
      section="work"
      {...(isAsked ? { bar: <ResultBar view={view} onPutRight={onPutRight} onAsk={setAsking} /> } : {})}
    >
      {told === null ? (
        <StateView icon="report" title="还没有分" lines={['自查评分交了，或者市里复核了，就看得到。']} />
      ) : (
        <>
          <ScoreTotal
            label={`${told.label}，${noteOf(view)}`}
            total={told.total}
            outOf={told.outOf}
            asideLabel={weightedLabel(told.factor)}
            aside={told.weighted}
          />
          <Card fit="rows">
            <ToldLines told={told} names={names} />
          </Card>
        </>
      )}
      <EnteredTime view={view} />
      <Passage view={view} />
      <DownloadSheet view={view} />
      {told === null ? null : (
        <ExportScores
          look="link"
          path={`/api/scores/history/export?period=${view.period}`}
          name={`${view.unitName}${formatPeriod(view.period, true)}${key === 'self' ? '自评' : '考评'}得分`}
        >
          {key === 'self' ? '导出自评分和来由' : '导出得分和来由'}
        </ExportScores>
      )}
      <Footnote>每一项都能点开看数据、算法和依据。</Footnote>
      {asking === 'withdraw' ? <Withdrawing view={view} onClose={onClose} /> : null}
      {asking === 'agree' ? <Agreeing view={view} onClose={onClose} /> : null}
      {asking === 'object' ? <Objecting view={view} onClose={onClose} /> : null}
    </Screen>
  );
}
