import {
  caseOf,
  namesIn,
  ownNote,
  readingsFor,
  SHEET_LINE_WORDS,
  weightedLabel,
  type AssessmentView,
  type SheetLine,
} from '@jiannuo/shared/assessment';
import { formatPeriod, remaining } from '@jiannuo/shared/kernel';
import { ruledBy } from '@jiannuo/shared/rulings';
import { useMemo, useState } from 'react';
import { now } from '../../../platform/clock';
import { scrollToElement } from '../../../platform/navigation';
import { QUERY_KEYS } from '../../../platform/query/query-keys';
import { useWrite } from '../../../platform/query/use-write';
import { SaveLine, StickyBar } from '../../../ui/bar/sticky-bar';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { savedWords } from '../../../ui/due/saved-words';
import { TextField } from '../../../ui/field/field';
import { showToast } from '../../../ui/overlay/toast';
import { ScoreLine, ScoreTotal } from '../../../ui/score/score-line';
import { TraceLines } from '../../../ui/score/trace-lines';
import { Screen } from '../../../ui/screen/screen';
import { submitSheet } from '../api/submit-sheet.api';
import '../assessment.scss';
import { DownloadSheet } from './download-sheet';
import { EnteredTime } from './entered-time';
import { MeasureList } from './measure-list';
import { OwnScore, ownScoreId } from './own-score';
import { RecheckLine } from '../review/recheck-line';
import { changedCount, savedSentence, useSheet, type SheetBook } from './use-sheet';

interface LineProps {
  readonly view: AssessmentView;
  readonly book: SheetBook;
  readonly line: SheetLine;
}

function SheetLineCard({ view, book, line }: LineProps) {
  const [isOpen, setIsOpen] = useState(line === 'completion');
  const names = useMemo(() => namesIn(view), [view]);
  const points = book.points.lines.find((each) => each.line === line);
  if (points === undefined) return null;
  const isWrong = book.wrongLines.includes(line);
  const month = caseOf(view.records, view.serverNow, true);
  const said = new Map(book.draft.measures.map(({ id, done }) => [id, done]));
  return (
    <ScoreLine
      title={SHEET_LINE_WORDS[line].title}
      points={points.self}
      outOf={points.outOf}
      note={ownNote(points, view.sheet?.entry ?? null)}
      isOpen={isOpen || isWrong}
      onToggle={() => {
        setIsOpen(!isOpen);
      }}
    >
      <TraceLines
        node={points.node}
        names={names}
        ruled={ruledBy(view.register, month, view.serverNow)}
        readings={readingsFor(view, line, month)}
      />
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

/** What was changed, or what keeps the sheet from being handed in. */
function barTitle({ sheet }: AssessmentView, { draft, wrongLines }: SheetBook, isSending: boolean): string {
  const [wrong, count] = [wrongLines.length, changedCount(draft)];
  if (isSending) return '正在交，请别关';
  if (wrong > 0) return `改好${String(wrong)}处再交`;
  if (sheet !== null) return '改好再交，代录的也留着';
  return count === 0 ? '都由月报和台账带入' : `改了${String(count)}处`;
}

/** Where what was written is; what the lead unit entered for the county was written by nobody here. */
function savedLine({ sheet }: AssessmentView, { saved }: SheetBook): string {
  const isUntouched = saved.kind === 'server' && saved.at === null;
  return sheet !== null && isUntouched ? '牵头单位照原件录的' : savedSentence(saved, (at) => savedWords(at, now()));
}

function barNote(isWrong: boolean, lacksReason: boolean): string {
  if (isWrong) return '红框里的数不对';
  return lacksReason ? '自己填的分还没写说明' : '核对后直接交';
}

/** The county's sheet while it is being filled in: everything is there, and is confirmed or corrected (M1). */
export function SheetForm({ view }: { readonly view: AssessmentView }) {
  const book = useSheet(view);
  const write = useWrite(QUERY_KEYS.assessments, QUERY_KEYS.obligations);
  const { points, draft, saved, wrongLines } = book;
  const isTyped = points.lines.some((each) => each.isTyped);
  const submit = async () => {
    const [wrong] = wrongLines;
    if (wrong !== undefined) {
      scrollToElement(ownScoreId(wrong));
      return;
    }
    const revision = await book.settle();
    const body = { revision, content: draft, total: points.total };
    if ((await write.run(body, (key) => submitSheet(view.id, body, key))) === null) return;
    book.forget();
    showToast('已交，等市里复核');
  };
  const isSafe = saved.kind === 'server';
  const left = remaining(view.sheet?.entry?.checkedUntil ?? view.dueAt, now()).text;
  return (
    <Screen
      title={`${formatPeriod(view.period)}自查评分`}
      section="work"
      top={
        <SaveLine
          icon={isSafe ? 'cloud' : 'cloud-off'}
          isWarning={saved.kind === 'no-room'}
          text={savedLine(view, book)}
          aside={left}
        />
      }
      bar={
        <StickyBar
          title={barTitle(view, book, write.isSending)}
          note={
            write.error === null
              ? barNote(wrongLines.length > 0, isTyped && draft.remark.trim() === '')
              : `${write.error.sentence}填的都在。`
          }
        >
          <Button onPress={() => void submit()}>核对无误，交</Button>
        </StickyBar>
      }
    >
      <ScoreTotal
        label="自评总分，随填随算"
        total={points.total}
        outOf={points.outOf}
        asideLabel={weightedLabel(points.factor)}
        aside={points.weighted}
      />
      <Card fit="rows">
        {points.lines.map(({ line }) => (
          <SheetLineCard key={line} view={view} book={book} line={line} />
        ))}
      </Card>
      <EnteredTime view={view} />
      <RecheckLine view={view} />
      <Card className="below-3">
        <TextField
          label={isTyped ? '说明（分是自己填的，请写一句为什么）' : '说明（可以不写）'}
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
