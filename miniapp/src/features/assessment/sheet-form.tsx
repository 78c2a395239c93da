import { namesOf, SHEET_LINE_WORDS, type AssessmentView, type SheetLine } from '@jiannuo/shared/assessment';
import { formatPeriod, remaining } from '@jiannuo/shared/kernel';
import { pointsText } from '@jiannuo/shared/scoring';
import { View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { now } from '../../platform/clock';
import { QUERY_KEYS } from '../../platform/query/query-keys';
import { useWrite } from '../../platform/query/use-write';
import { SaveLine, StickyBar } from '../../ui/bar/sticky-bar';
import { Button } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { savedWords } from '../../ui/due/saved-words';
import { TextField } from '../../ui/field/field';
import { showToast } from '../../ui/overlay/toast';
import { ScoreLine, ScoreTotal } from '../../ui/score/score-line';
import { TraceLines } from '../../ui/score/trace-lines';
import { Screen } from '../../ui/screen/screen';
import { submitSheet } from './api/submit-sheet.api';
import './assessment.scss';
import { DownloadSheet } from './download-sheet';
import { MeasureList } from './measure-list';
import { percentText } from './told-number';
import { changedCount, savedSentence, useSheet, type SheetBook } from './use-sheet';

interface LineProps {
  readonly view: AssessmentView;
  readonly book: SheetBook;
  readonly line: SheetLine;
}

/** Another number than the engine's, where the county disagrees. */
function OwnScore({ book, line }: Pick<LineProps, 'book' | 'line'>) {
  const typed = book.draft.scores[line];
  const [isOpen, setIsOpen] = useState(typed !== undefined);
  const [isWrong, setIsWrong] = useState(false);
  const outOf = book.points.lines.find((each) => each.line === line)?.outOf ?? '0';
  if (!isOpen) {
    return (
      <Button
        look="link"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        不同意这个分，自己填
      </Button>
    );
  }
  return (
    <View className="below-3">
      <TextField
        label="自评分"
        initial={typed ?? ''}
        unit="分"
        error={isWrong ? `请填0到${pointsText(outOf)}，最多两位小数。` : null}
        onType={(text) => {
          setIsWrong(text !== '' && !book.typeScore(line, text));
        }}
      />
      <Button
        look="link"
        onPress={() => {
          book.typeScore(line, null);
          setIsOpen(false);
          setIsWrong(false);
        }}
      >
        还按系统算的
      </Button>
    </View>
  );
}

function SheetLineCard({ view, book, line }: LineProps) {
  const [isOpen, setIsOpen] = useState(line === 'completion');
  const names = useMemo(() => namesOf(view.records), [view.records]);
  const points = book.points.lines.find((each) => each.line === line);
  if (points === undefined) return null;
  const said = new Map(book.draft.measures.map(({ id, done }) => [id, done]));
  return (
    <ScoreLine
      title={SHEET_LINE_WORDS[line].title}
      points={points.self}
      outOf={points.outOf}
      note={points.isTyped ? `自己填的，系统算${points.engine}` : null}
      isOpen={isOpen}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      <TraceLines node={points.node} names={names} />
      {line === 'completion' ? (
        <MeasureList
          measures={view.records.measures}
          isDone={({ id, done }) => said.get(id) ?? done}
          onSay={({ id }, done) => {
            book.sayDone({ id, done });
          }}
        />
      ) : null}
      <OwnScore book={book} line={line} />
    </ScoreLine>
  );
}

function barTitle(count: number, isSending: boolean): string {
  if (isSending) return '正在交，请别关';
  return count === 0 ? '都由月报和台账带入' : `改了${String(count)}处`;
}

/** The county's sheet while it is being filled in: everything is there, and is confirmed or corrected (M1). */
export function SheetForm({ view }: { readonly view: AssessmentView }) {
  const book = useSheet(view);
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.obligations);
  const { points, draft, saved } = book;
  const submit = async () => {
    const revision = await book.settle();
    const body = { revision, content: draft, total: points.total };
    if ((await write.run(body, (key) => submitSheet(view.id, body, key))) === null) return;
    book.forget();
    showToast('已交，等市里复核');
  };
  const isSafe = saved.kind === 'server';
  const left = remaining(view.dueAt, now()).text;
  return (
    <Screen
      title={`${formatPeriod(view.period)}自查评分`}
      section="work"
      top={
        <SaveLine
          icon={isSafe ? 'cloud' : 'cloud-off'}
          isWarning={saved.kind === 'no-room'}
          text={savedSentence(saved, (at) => savedWords(at, now()))}
          aside={left}
        />
      }
      bar={
        <StickyBar
          title={barTitle(changedCount(draft), write.isSending)}
          note={write.error === null ? '核对后直接交' : `${write.error.sentence}填的都在。`}
        >
          <Button onPress={() => void submit()}>核对无误，交</Button>
        </StickyBar>
      }
    >
      <ScoreTotal
        label="自评总分，随填随算"
        total={points.total}
        outOf={points.outOf}
        asideLabel={`折算${percentText(points.factor)}后`}
        aside={points.weighted}
      />
      <Card fit="rows">
        {points.lines.map(({ line }) => (
          <SheetLineCard key={line} view={view} book={book} line={line} />
        ))}
      </Card>
      <Card className="below-3">
        <TextField
          label="说明（可以不写）"
          lines="many"
          initial={draft.remark}
          placeholder="有要说明的写在这里"
          onType={book.remark}
        />
      </Card>
      <DownloadSheet view={view} settle={book.settle} />
    </Screen>
  );
}
