import {
  namesOf,
  SHEET_LINE_WORDS,
  SHEET_LINES,
  type AssessmentView,
  type SheetLine,
} from '@jiannuo/shared/assessment';
import { formatDue, formatMoment, formatPeriod } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { now } from '../../platform/clock';
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
import { ScoreTotal } from '../../ui/score/score-line';
import { Screen } from '../../ui/screen/screen';
import { StateView } from '../../ui/state/state-view';
import { agreeToReview } from './api/agree-to-review.api';
import { objectToReview } from './api/object-to-review.api';
import { withdrawSheet } from './api/withdraw-sheet.api';
import './assessment.scss';
import { DownloadSheet } from './download-sheet';
import { ToldLines } from './told-lines';
import { weightedLabel, standingKey, toldNumber } from './told-number';

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
  const { objections, scores, sheet, review } = view;
  const reviewed = toldNumber(view, 'reviewed');
  const isReviewed = review !== null && reviewed !== null;
  if (sheet === null && !isReviewed) return null;
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
        {sheet === null && isReviewed ? (
          <Row title="没交自评" isStrong={false} below="市里按台账和报送记录复核" />
        ) : null}
        {isReviewed ? (
          <Row
            title={`复核${reviewed.total}，折算后${reviewed.weighted}`}
            isStrong={false}
            below={`${formatMoment(review.at, now())} ${review.byUnit}`}
          />
        ) : null}
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
  const [asking, setAsking] = useState<Asking>(null);
  const names = useMemo(() => namesOf(view.records), [view.records]);
  const key = standingKey(view);
  const told = key === null ? null : toldNumber(view, key);
  const isAsked = view.actions.some((action) => action === 'withdraw' || action === 'agree');
  const onClose = () => {
    setAsking(null);
  };
  return (
    <Screen
      title={`${formatPeriod(view.period)}自查评分`}
      section="work"
      {...(isAsked ? { bar: <ResultBar view={view} onAsk={setAsking} /> } : {})}
    >
      {told === null ? (
        <StateView icon="report" title="还没有分" lines={['自查评分交了，或者市里复核了，就看得到。']} />
      ) : (
        <>
          <ScoreTotal
            label={`${told.label}，${NOTES[view.state]}`}
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
      <History view={view} />
      <DownloadSheet view={view} />
      <Footnote>每一项都能点开看数据、算法和依据。</Footnote>
      {asking === 'withdraw' ? <Withdrawing view={view} onClose={onClose} /> : null}
      {asking === 'object' ? <Objecting view={view} onClose={onClose} /> : null}
    </Screen>
  );
}
