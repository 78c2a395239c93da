import {
  namesIn,
  readingsFor,
  type AssessmentView,
  type MeasureRecord,
  type VerdictSubject,
} from '@jiannuo/shared/assessment';
import { formatDay, formatMoment } from '@jiannuo/shared/kernel';
import { ruledBy } from '@jiannuo/shared/rulings';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '../../../platform/clock';
import { openPage } from '../../../platform/navigation';
import { Button } from '../../../ui/button/button';
import { Choice } from '../../../ui/field/choice';
import { TextField } from '../../../ui/field/field';
import { factsInLine } from '../../../ui/ideographic-space';
import { PaneHead } from '../../../ui/row/pane-head';
import { TraceLines } from '../../../ui/score/trace-lines';
import { useSpotFinding } from '../api/load-spot-finding.api';
import { FindingsLink } from './findings-link';
import { evidenceWords, measuredWords, standingOf } from '../sheet/measure-list';
import type { ReviewRow } from './review-rows';
import type { ReviewBook } from './use-review';

const VERDICTS: Readonly<Record<VerdictSubject, readonly [yes: string, no: string]>> = {
  measure: ['认完成', '不认'],
  obligation: ['计迟报漏报', '不计'],
  information: ['计分', '不计'],
  adjustment: ['计分', '不计'],
  finding: ['查到没完成', '不减分'],
};

interface PanelProps {
  readonly view: AssessmentView;
  readonly row: ReviewRow;
  readonly book: ReviewBook;
  readonly mayJudge: boolean;
}

/** What is on record of the thing: `工作目标：办4场`. */
function factsOf({ records }: AssessmentView, { thing }: ReviewRow): readonly string[] {
  if (thing === null) return [];
  const measure = records.measures.find(({ id }) => id === thing.id);
  if (measure !== undefined) return measureFacts(measure);
  const adjustment = records.adjustments.find(({ id }) => id === thing.id);
  if (adjustment !== undefined) return waitingWords(adjustment);
  const owed = records.obligations.find(({ id }) => id === thing.id);
  if (owed === undefined) return thing.subject === 'obligation' ? ['记录里已经不算这一条'] : [];
  const due = `应在${formatMoment(owed.dueAt, now())}前报`;
  return [due, owed.metAt === null ? '没有报' : `${formatMoment(owed.metAt, now())}报`];
}

/** Why an adjustment does not count, or not yet. */
function waitingWords({
  approved,
  standing,
  reason = '',
}: AssessmentView['records']['adjustments'][number]): readonly string[] {
  if (approved) return [];
  if (standing === 'not-carried-out') return [`这个月没落实：${reason}`];
  return [standing === 'unconfirmed' ? '已认定，这个月还没逐月确认落实，先不计分' : '还没审核认定，先不计分'];
}

function measureFacts(measure: MeasureRecord): readonly string[] {
  const { target, figure, goal, node, work, result } = measure;
  const reached = target === null ? '' : `目标${target.goal}${target.unit}，完成${figure === '' ? '没填' : figure}`;
  const facts = [
    ['台账', standingOf(measure).text],
    ['工作目标', goal],
    ['完成数', reached],
    ['占比', measuredWords(measure)],
    ['时限', formatDay(node)],
    ['做了什么', work],
    ['成果', result === '' ? '没写' : result],
  ] as const;
  return [...facts.flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`])), evidenceWords(measure)];
}

/** The way to where an adjustment is decided about, and its months are confirmed. */
function ToApplication({ id }: { readonly id: string }) {
  return (
    <Button
      look="link"
      onPress={() => {
        openPage('applications/one', { id });
      }}
    >
      看这项申报
    </Button>
  );
}

/** The ways to where the county wrote it. */
function Sources({ view, row }: Pick<PanelProps, 'view' | 'row'>) {
  if (row.thing?.subject === 'adjustment') return <ToApplication id={row.thing.id} />;
  if (row.thing?.subject !== 'measure') return null;
  const { period, unitId, records } = view;
  const report = records.obligations.find(({ kind }) => kind === 'monthly-report')?.recordId ?? null;
  return (
    <View className="row">
      <Button
        look="link"
        onPress={() => {
          openPage('ledger', { period, unitId });
        }}
      >
        看台账
      </Button>
      {report === null ? null : (
        <Button
          look="link"
          onPress={() => {
            openPage('review', { reportId: report });
          }}
        >
          看月报
        </Button>
      )}
    </View>
  );
}

/** What was found on the spot, with who found it: what a 更正 of it is about (Q16). */
function Found({ view, rowId }: Pick<PanelProps, 'view'> & { readonly rowId: string }) {
  const finding = useSpotFinding(view, rowId);
  if (finding === null) return null;
  const { verdict, text, byUnit, byName, at } = finding;
  return (
    <View className="below-4">
      <View className="t-s">{`抽查${verdict === 'undone' ? '查到没完成' : '查到已完成'}：${text}`}</View>
      <View className="t-xs c-ink-2">{factsInLine(byUnit, byName, formatMoment(at, now()))}</View>
    </View>
  );
}

function ThingPanel({ view, row, book, mayJudge }: PanelProps) {
  const { thing } = row;
  if (thing === null) return null;
  const { subject, id, counts } = thing;
  const [yes, no] = VERDICTS[subject];
  const judge = (next: boolean, reason: string) => {
    book.judge({ subject, id, counts: next, reason });
  };
  return (
    <View>
      {factsOf(view, row).map((fact) => (
        <View className="t-s" key={fact}>
          {fact}
        </View>
      ))}
      {subject === 'finding' ? <Found view={view} rowId={id} /> : null}
      <Sources view={view} row={row} />
      {mayJudge ? (
        <>
          <Choice
            label="复核"
            value={counts ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: yes },
              { value: 'no', label: no },
            ]}
            onChoose={(value) => {
              judge(value === 'yes', row.reason);
            }}
          />
          <TextField
            label="理由"
            lines="many"
            initial={row.reason}
            placeholder="改了要写，县里看得到"
            onType={(text) => {
              judge(counts, text);
            }}
          />
        </>
      ) : row.reason === '' ? null : (
        <View className="t-s below-2">{`理由：${row.reason}`}</View>
      )}
    </View>
  );
}

function LinePanel({ view, row, book, mayJudge }: PanelProps) {
  const { line, node } = row;
  if (node === null) return null;
  return (
    <View>
      <TraceLines
        node={node}
        names={namesIn(view)}
        ruled={ruledBy(view.register, book.table.month, view.serverNow)}
        readings={readingsFor(view, line, book.table.month)}
      />
      {line === 'deduction' && view.isDrawn ? <FindingsLink period={view.period} unitId={view.unitId} /> : null}
      {line !== 'deduction' && mayJudge ? (
        <View className="below-4">
          <TextField
            label="和自评不同的理由"
            lines="many"
            initial={book.review.reasons[line] ?? ''}
            placeholder="逐项写过理由的，这里可以不写"
            onType={(text) => {
              book.explain(line, text);
            }}
          />
        </View>
      ) : null}
    </View>
  );
}

interface FrameProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is open beside the table on wide windows. */
export function PanelFrame({ title, onClose, children }: FrameProps) {
  return (
    <View>
      <PaneHead title={title} onClose={onClose} />
      {children}
    </View>
  );
}

/** What is chosen in the table: why the number is what it is, and where a verdict is given. */
export function ReviewPanel(props: PanelProps) {
  const { row } = props;
  return (
    <View>
      <View className="t-1">{row.reviewed}</View>
      {row.ownWord === null ? null : <View className="t-s c-ink-2">{`县里${row.ownWord}`}</View>}
      <ThingPanel {...props} />
      <LinePanel {...props} />
    </View>
  );
}
