import {
  beijingDate,
  beijingTime,
  dueDayAndHour,
  formatFullDate,
  formatPeriod,
  fractionText,
  plus,
  type Fraction,
  type Instant,
} from '../kernel';
import { EVIDENCE_LABELS, shortWords, type Evidence } from '../ledger';
import { pointsText, termsOf, type MonthCase, type Terms } from '../scoring';
import { sheetPoints, type LinePoints, type SheetLine } from './lines';
import { namesOf, type MeasureRecord, type MonthRecords } from './records';
import type { SheetDraft } from './sheet';

/** One part of a section: what is scored, its points, and its ledger lines against their evidence. */
export interface PrintedPart {
  readonly content: string;
  readonly lines: readonly { readonly ledger: string; readonly evidence: string }[];
  readonly points: string;
}

/** A numbered section of the table. */
export interface PrintedSection {
  readonly ordinal: string;
  readonly item: string;
  readonly parts: readonly PrintedPart[];
}

/** The self-assessment sheet as annex 3 prints it (R53): its head, its six columns, and what stands below. */
export interface PrintedSheet {
  readonly title: string;
  readonly head: readonly [date: string, total: string];
  readonly columns: readonly string[];
  readonly sections: readonly PrintedSection[];
  readonly notes: readonly string[];
}

/** What a sheet is printed from. */
export interface PrintedFrom {
  /** The county's group by its official name. */
  readonly unitName: string;
  readonly records: MonthRecords;
  readonly draft: SheetDraft;
  /** With the county's statements in it. */
  readonly month: MonthCase;
  /** Whether the lead unit copied it from paper: what is said on it is not the county's. */
  readonly isEntered?: boolean;
  /** null while it is not handed in. */
  readonly handedInAt: Instant | null;
  readonly dueAt: Instant;
}

const COLUMNS = ['序号', '项目', '内容', '台账内容', '佐证材料清单', '自评分'] as const;

/** Annex 3 of a county's month. Its points are labelled as the ruling on Q2 has them; no deduction and no factor stands on it (Q29). */
export function printedSheet(from: PrintedFrom): PrintedSheet {
  const { unitName, records, draft, month, handedInAt } = from;
  const points = sheetPoints(month, draft.scores);
  const terms = termsOf(month);
  const of = (line: SheetLine): LinePoints => lineIn(points.lines, line);
  const { timeliness, information } = terms.materials;
  return {
    title: `${unitName}${formatPeriod(records.period)}自查评分表`,
    head: [
      `自评日期：${handedInAt === null ? '还没报送' : formatFullDate(beijingDate(handedInAt))}`,
      `自评总分：${points.total}`,
    ],
    columns: COLUMNS,
    sections: [
      { ordinal: '一', item: labelled('工作完成情况', of('completion').outOf), parts: [completionPart(from, of)] },
      {
        ordinal: '二',
        item: labelled('材料报送情况', fractionText(plus(timeliness.points, information.most))),
        parts: [timelinessPart(from, terms, of), informationPart(from, terms, of)],
      },
      {
        ordinal: '三',
        item: `动态调整目标任务等情况\n（总分${pointsText(of('adjustment').outOf)}分）`,
        parts: [adjustmentPart(from, terms, of)],
      },
    ],
    notes: notesOf(terms.regulation, from),
  };
}

type Lines = (line: SheetLine) => LinePoints;

function completionPart({ records, month }: PrintedFrom, of: Lines): PrintedPart {
  const known = new Map(records.measures.map((each) => [each.id, each]));
  const lines = month.measures.map(({ id, done }, index) => {
    const measure = known.get(id);
    const { title = '台账里已去掉的措施', evidence = [] } = measure ?? {};
    const number = String(index + 1);
    return {
      ledger: `${number}.${title}（${done ? doneWords(measure) : '没有完成'}）`,
      evidence: `项目${number}，佐证：${evidenceText(evidence)}`,
    };
  });
  return {
    content: '各地月度工作完成情况。（对照月度工作台账清单，逐一说明完成情况）',
    lines: lines.length === 0 ? [{ ledger: '本月台账没有措施', evidence: '' }] : lines,
    points: of('completion').self,
  };
}

/** What goes on as planned (Q6) is never printed as completed, nor one below its goal without the figure. */
function doneWords(measure: MeasureRecord | undefined): string {
  if (measure?.state === 'on-schedule') return '按计划推进';
  const short = measure?.state === 'done' ? shortWords(measure.target, measure.figure) : null;
  return `按计划完成${short === null ? '' : `，${short}`}`;
}

function evidenceText(evidence: readonly Evidence[]): string {
  if (evidence.length === 0) return '无';
  return evidence
    .map(({ title, kind }, index) => `\n${String(index + 1)}.${title}（${EVIDENCE_LABELS[kind]}）`)
    .join('');
}

function timelinessPart(
  { records, month, handedInAt }: PrintedFrom,
  { regulation, materials }: Terms,
  of: Lines,
): PrintedPart {
  const { points, each } = materials.timeliness;
  const known = namesOf(records);
  // A draft reckons with its own hand-in, which is none yet.
  const isIn = new Set(records.obligations.flatMap(({ id, metAt }) => (metAt === null ? [] : [id])));
  const owed = month.obligations.map(({ id, dueAt, metAt }) => {
    const words = handedInAt === null && metAt !== null && !isIn.has(id) ? '还没报送' : handedInWords(dueAt, metAt);
    return `${known[id] ?? '材料'}，${words}`;
  });
  return {
    content: labelled('相关材料报送情况', of('timeliness').outOf),
    lines: [
      {
        ledger: `${regulation.timeliness.printed}得${shown(points)}，迟报、漏报每出现1次，扣${shown(each)}，扣完为止。`,
        evidence: numbered(owed),
      },
    ],
    points: of('timeliness').self,
  };
}

function handedInWords(dueAt: Instant, metAt: Instant | null): string {
  if (metAt === null) return '没有报送';
  const at = `${formatFullDate(beijingDate(metAt))} ${beijingTime(metAt)}报送`;
  return metAt < dueAt ? at : `${at}，迟报`;
}

function informationPart({ records, month }: PrintedFrom, { regulation, materials }: Terms, of: Lines): PrintedPart {
  const { highQuality: quality, adopted: adoption } = materials.information;
  const known = new Map(records.information.map((each) => [each.id, each]));
  const items = month.information.map(({ id, highQuality, adopted }) => {
    const { title = '信息', sentAt } = known.get(id) ?? {};
    const sent = sentAt === undefined ? '' : `${formatFullDate(beijingDate(sentAt))}报送`;
    const marks = [sent, highQuality ? '高质量信息' : '', adopted ? '被采用' : ''].filter((mark) => mark !== '');
    return `${title}（${marks.join('，')}）`;
  });
  return {
    content: labelled('工作信息报送情况', of('information').outOf),
    lines: [
      {
        ledger: `每月报送高质量信息，每条得${shown(quality.each)}，最多得${shown(quality.most)}。${regulation.information.printed}，每条得${shown(adoption.each)}，最多得${shown(adoption.most)}。`,
        evidence: numbered(items),
      },
    ],
    points: of('information').self,
  };
}

function adjustmentPart({ records, month }: PrintedFrom, { regulation }: Terms, of: Lines): PrintedPart {
  const known = namesOf(records);
  const approved = month.adjustments
    .filter((each) => each.approved)
    .map(({ id, type }) => `${known[id] ?? '动态调整'}（${regulation.adjustment.types[type].title}）`);
  return { content: '', lines: [{ ledger: numbered(approved), evidence: '' }], points: of('adjustment').self };
}

function notesOf({ title, mailbox }: Terms['regulation'], { draft, dueAt, isEntered }: PrintedFrom): readonly string[] {
  const day = String(Number(dueDayAndHour(dueAt).date.slice(8)));
  const remark = draft.remark === '' ? [] : [`${isEntered === true ? '' : '县里说明：'}${draft.remark}`];
  return [
    ...remark,
    `填报说明：1.各县（市、区）工作专班根据《${title}》每月进行自查自评打分，于当月${day}日前报送${mailbox === undefined ? '' : `邮箱${mailbox}`}；2.佐证材料需按照条目填写，详细写明佐证内容，并根据填写内容提供佐证资料。如：1.《XXX局关于印发诚信宣传月活动的通知》（文件）；2.XXX局深入推广“码上诚信”工作（简报）。`,
  ];
}

function labelled(title: string, outOf: string): string {
  return `${title}\n（${pointsText(outOf)}分）`;
}

function shown(points: Fraction): string {
  return `${pointsText(fractionText(points))}分`;
}

function numbered(items: readonly string[]): string {
  return items.map((item, index) => `${String(index + 1)}.${item}`).join('\n');
}

function lineIn(lines: readonly LinePoints[], line: SheetLine): LinePoints {
  const found = lines.find((each) => each.line === line);
  if (found === undefined) throw new RangeError(`No line: ${line}`);
  return found;
}
