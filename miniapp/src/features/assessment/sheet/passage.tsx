import {
  lineTitle,
  namesIn,
  pointsIn,
  SHEET_LINES,
  withVerdicts,
  type AssessmentView,
  type ObjectionView,
  type Review,
  type ReviewOfSheetView,
  type SheetView,
} from '@jiannuo/shared/assessment';
import { formatMoment, quoted, type Instant } from '@jiannuo/shared/kernel';
import { scoreMonth, type Names } from '@jiannuo/shared/scoring';
import { now } from '../../../platform/clock';
import { Card, GroupTitle } from '../../../ui/card/card';
import { Row } from '../../../ui/row/row';
import { enteredWords } from './came-words';

interface Step {
  readonly key: string;
  readonly at: Instant;
  readonly title: string;
  readonly below: string;
}

/** `“开展诚信‘七进’活动”，只办3场`, `完成情况：没有会议材料`. */
function reasonsOf({ verdicts, reasons }: Review, names: Names): readonly string[] {
  const said = verdicts.filter(({ reason }) => reason !== '');
  const lines = SHEET_LINES.flatMap((line) => {
    const reason = reasons[line];
    return reason === undefined ? [] : [`${lineTitle(line)}：${reason}`];
  });
  return [...said.map(({ id, reason }) => `${quoted(names[id] ?? '')}，${reason}`), ...lines];
}

/** What the spot check took: `抽查查到“公示承诺和合同履约”没完成，减5.71`. */
function findingsOf({ month, review }: ReviewOfSheetView, names: Names): readonly string[] {
  const judged = withVerdicts(month, review.verdicts);
  const found = judged.measures.filter(({ done, failedSpotCheck }) => done && failedSpotCheck);
  if (found.length === 0) return [];
  const taken = pointsIn(scoreMonth(judged).trace, 'deduction').replace('-', '');
  return [`抽查查到${found.map(({ id }) => quoted(names[id] ?? '')).join('、')}没完成，减${taken}`];
}

/** Why a review came to its number, as far as the one before did not say so already. */
function whyOf(each: ReviewOfSheetView, before: ReviewOfSheetView | undefined, names: Names): string {
  const said = ({ review }: ReviewOfSheetView) => reasonsOf(review, names).map((reason) => reason.replace(/。$/, ''));
  const reasons = [...findingsOf(each, names), ...said(each)];
  if (before === undefined) return reasons.join('；');
  const foundBefore = findingsOf(before, names);
  const known = [...foundBefore, ...said(before)];
  const isLifted = foundBefore.length > 0 && findingsOf(each, names).length === 0;
  const fresh = reasons.filter((reason) => !known.includes(reason));
  return [...(isLifted ? ['抽查结果撤销了，不再减分'] : []), ...fresh].join('；');
}

function reviewStep(each: ReviewOfSheetView, before: ReviewOfSheetView | undefined, names: Names): Step {
  const { number, month, review, byUnit, at } = each;
  const { raw, score } = scoreMonth(withVerdicts(month, review.verdicts));
  const said = whyOf(each, before, names);
  const reasons = said === '' ? each.reason.replace(/。$/, '') : said;
  return {
    key: `review ${String(number)}`,
    at,
    title: `复核${raw.total}，折算后${score}`,
    below: `${formatMoment(at, now())} ${byUnit}${reasons === '' ? '' : `　理由：${reasons}`}`,
  };
}

function objectionStep({ number, line, text, byName, at, answer, answerReason, answeredAt }: ObjectionView): Step {
  const answered = answeredAt === null ? '' : `${formatMoment(answeredAt, now())} `;
  const said = answer === 'upheld' ? '采纳' : '没采纳';
  return {
    key: `objection ${String(number)}`,
    at,
    title: `异议：${lineTitle(line)}，${text}`,
    below: `${formatMoment(at, now())} ${byName}提　${answer === null ? '等市里答复' : `${answered}${said}：${answerReason}`}`,
  };
}

/** Everything that was told of a county's month, oldest first: nothing that was told goes. */
export function stepsOf(view: AssessmentView): readonly Step[] {
  const { earlierReviews, review, objections, scores } = view;
  const names = namesIn(view);
  const reviews = [...earlierReviews, ...(review === null ? [] : [review])].filter(({ isConfirmed }) => isConfirmed);
  const later: readonly Step[] = [
    ...reviews.map((each, index) => reviewStep(each, reviews[index - 1], names)),
    ...objections.map(objectionStep),
    ...scores.map(({ number, kind, raw, score, reason, at }) => ({
      key: `score ${String(number)}`,
      at,
      title: `${kind === 'final' ? '定稿' : '更正'}${raw}，折算后${score}`,
      below: `${formatMoment(at, now())}${reason === '' ? '' : `　理由：${reason}`}`,
    })),
  ];
  const inOrder = [...later].sort((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)));
  return [
    ...view.earlierSheets.map((sheet) => sheetStep(sheet, false)),
    ...firstStep(view, later.length > 0),
    ...inOrder,
  ];
}

/** A sheet that was handed in, or entered for the county; `isChecked` of the one that the county handed in after that. */
function sheetStep(sheet: SheetView, isChecked: boolean): Step {
  const { number, content, receivedAt, byName } = sheet;
  const handedIn = `${formatMoment(receivedAt, now())} ${byName}${isChecked ? '核对代录后交' : '交'}`;
  const title = `自评${content.total}`;
  return { key: `sheet ${String(number)}`, at: receivedAt, title, below: enteredWords(sheet) ?? handedIn };
}

function firstStep({ sheet, earlierSheets, dueAt, metAt }: AssessmentView, isReviewed: boolean): readonly Step[] {
  if (sheet !== null) return [sheetStep(sheet, earlierSheets.length > 0)];
  if (metAt !== null) {
    const below = `${formatMoment(metAt, now())} 市里登记收到`;
    return [{ key: 'sheet', at: metAt, title: '自评用邮件、纸件交的', below }];
  }
  if (!isReviewed) return [];
  return [{ key: 'sheet', at: dueAt, title: '没交自评', below: '市里按台账和报送记录复核' }];
}

/** 经过: a county's month as it went. */
export function Passage({ view }: { readonly view: AssessmentView }) {
  const steps = stepsOf(view);
  if (steps.length === 0) return null;
  return (
    <>
      <GroupTitle>经过</GroupTitle>
      <Card fit="rows">
        {steps.map(({ key, title, below }) => (
          <Row key={key} title={title} isStrong={false} below={below} />
        ))}
      </Card>
    </>
  );
}
