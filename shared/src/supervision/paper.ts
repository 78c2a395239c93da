import { beijingDate, beijingTime, dueDayAndHour, formatFullDate, type Instant } from '../kernel';
import { answerVerb, deliveryWords, type Spelling } from './deeds';
import type { NoticeContent, Part } from './draft';
import { fieldTexts } from './fields';
import { groundOf, ruleOf, type NoticeKind } from './kinds';
import type { ChainNotice, CircularReference } from './prior';

/** A line of the slip's table: its label, and its paragraphs or what stands there while there is none. */
export interface PaperLine {
  readonly label: string;
  readonly texts: readonly string[];
  readonly gap: string;
}

/** A notice as an official paper (公文样式): what whoever prints or draws it needs, every date in full. */
export interface Paper {
  /** The mark at the top, in red: in whose name it goes out. */
  readonly issuer: string;
  /** 督办单〔2022〕, and 3; null until it is issued. */
  readonly numberStart: string;
  readonly number: number | null;
  readonly title: string;
  readonly lines: readonly PaperLine[];
  /** What goes with it (附件说明), one name each. */
  readonly attachments: readonly string[];
  /** Who signs, and for whom the seal stands (代章). */
  readonly signers: readonly string[];
  /** 2022年5月16日; null until it is issued. */
  readonly date: string | null;
  /** Who gets a copy (版记); empty where nobody does. */
  readonly copies: string;
  /** Whether only named persons may know of it. */
  readonly isConfidential: boolean;
}

/** Everything that a paper says, with the full names of its units. */
export interface PaperFacts {
  readonly kind: NoticeKind;
  readonly content: Pick<
    NoticeContent,
    'title' | 'ground' | 'requirement' | 'fields' | 'answer' | 'dueAt' | 'evidence'
  >;
  readonly issuer: string;
  /** The lead unit, whose seal stands for the working group's. */
  readonly leadUnit: string;
  readonly parties: readonly { readonly name: string; readonly part: Part }[];
  /** Of a clue: the units that it is about. */
  readonly accused: readonly string[];
  /** What it is about, with whose it is; empty where it is about no record. */
  readonly about: string;
  /** The number of the notice that it corrects; null where it corrects none. */
  readonly corrects: string | null;
  /** Of a clue: what was issued before and named before, the earliest first. */
  readonly chain: readonly Pick<ChainNotice, 'number' | 'title' | 'issuedAt' | 'dueAt' | 'heldAt' | 'deliveries'>[];
  readonly circulars: readonly Pick<CircularReference, 'title' | 'issuedOn' | 'unitName' | 'shortfall'>[];
  readonly number: number | null;
  readonly issuedAt: Instant | null;
  /** Who signed for it and when; null where nobody has, or where it is not one unit's. */
  readonly signed: { readonly name: string; readonly at: Instant } | null;
  readonly now: Instant;
}

interface PaperWords {
  readonly title: string;
  readonly matter: string;
  readonly units: string;
  readonly basis: string;
  readonly requirement: string;
  /** Whether it says who is in charge also where nobody helps: 主办. */
  readonly namesParts?: true;
}

const SENT = { units: '主送单位', requirement: '工作要求' } as const;
const HANDLED = { units: '承办单位', requirement: '工作要求', namesParts: true } as const;
const SUPERVISED = { ...HANDLED, matter: '督办事项', basis: '督办依据' } as const;

/** What each kind's paper is headed, and what its lines are called. */
const WORDS: Readonly<Record<NoticeKind, PaperWords>> = {
  slip: { ...SENT, title: '工作提示单', matter: '提示事项', basis: '提示依据' },
  warning: { ...SENT, title: '预警提示', matter: '预警事项', basis: '预警依据' },
  instruction: { ...SENT, title: '批示预警提示', matter: '预警事项', basis: '预警依据' },
  order: { ...SUPERVISED, title: '督办单' },
  listing: { ...SUPERVISED, title: '挂牌督办通知书' },
  talk: { ...SENT, title: '约谈提醒通知书', matter: '约谈事项', units: '约谈单位', basis: '约谈依据' },
  clue: { title: '问题线索报告', matter: '线索事项', units: '报给', basis: '移送依据', requirement: '请求事项' },
};

/** The paper of a notice: of a draft what would go out, of an issued one what did, in the words and order of the slip. */
export function paperOf(facts: PaperFacts): Paper {
  const { kind, content, parties, number, issuedAt, now } = facts;
  const isClue = ruleOf(kind).accuses === true;
  const names = content.evidence.map(({ title }) => title);
  return {
    issuer: facts.issuer,
    numberStart: `${ruleOf(kind).title}〔${beijingDate(issuedAt ?? now).slice(0, 4)}〕`,
    number,
    title: WORDS[kind].title,
    lines: [
      ...headOf(facts),
      ...fieldsOf(facts),
      ...(isClue ? beforeOf(facts) : []),
      ...(isClue && names.length > 0 ? [line('佐证材料', numbered(names))] : []),
      ...askedOf(facts),
    ],
    attachments: isClue ? [] : names,
    signers: [facts.issuer, ...(facts.leadUnit === facts.issuer ? [] : [`（${facts.leadUnit}代章）`])],
    date: issuedAt === null ? null : formatFullDate(beijingDate(issuedAt)),
    copies: namesOf(parties, 'copy').join('、'),
    isConfidential: ruleOf(kind).isConfidential,
  };
}

/** What it is about, whom it goes to, and what it rests on. */
function headOf({ kind, content, issuer, parties, accused, about, corrects }: PaperFacts): readonly PaperLine[] {
  const words = WORDS[kind];
  const ground = groundOf(kind, content.ground);
  return [
    line(words.matter, [content.title]),
    ...(corrects === null ? [] : [line('更正说明', [`本件更正${corrects}，原件撤回，以本件为准。`])]),
    line(words.units, unitsOf(kind, content, parties), '还没选'),
    ...(ruleOf(kind).accuses === true ? [line('责任单位', [accused.join('、')], '还没选')] : []),
    line(
      words.basis,
      ground === undefined ? [] : [`《${bareName(issuer)}工作制度》${ground.article}，${ground.title}`],
      '还没选',
    ),
    ...(about === '' ? [] : [line('关联事项', [about])]),
  ];
}

/** Whom it goes to: who is in charge and who helps, where anybody does anything about it. */
function unitsOf(
  kind: NoticeKind,
  { answer }: PaperFacts['content'],
  parties: PaperFacts['parties'],
): readonly string[] {
  const main = namesOf(parties, 'main').join('、');
  const co = namesOf(parties, 'co').join('、');
  const areNamed = answer !== 'none' && (co !== '' || WORDS[kind].namesParts === true);
  if (!areNamed) return [main, co];
  return [main === '' ? '' : `主办：${main}`, co === '' ? '' : `协办：${co}`];
}

/** The texts of its kind; what need not be there is left out where it is empty. */
function fieldsOf({ kind, content, number }: PaperFacts): readonly PaperLine[] {
  const texts = fieldTexts(kind, content.fields, { isIssued: number !== null, spell: momentWords });
  return texts.flatMap(({ label, text, isRequired }) => (isRequired || text !== '' ? [line(label, [text])] : []));
}

/** What a clue rests on (art. 16), as it stood when the clue was issued. */
function beforeOf({ chain, circulars, issuedAt, now }: PaperFacts): readonly PaperLine[] {
  const asOf = issuedAt ?? now;
  const told = [
    ...chain.map((notice) => ({ on: notice.issuedAt ?? '', words: noticeWords(notice, asOf) })),
    ...circulars.map((circular) => ({ on: circular.issuedOn, words: circularWords(circular) })),
  ];
  const words = told.sort((a, b) => (a.on < b.on ? -1 : 1)).map((each) => each.words);
  return words.length === 0 ? [] : [line('此前通知', numbered(words))];
}

/** What is asked, by when, and where it is signed for. */
function askedOf({ kind, content, signed }: PaperFacts): readonly PaperLine[] {
  const { answer, dueAt, requirement } = content;
  const due = dueAt === null ? [] : [`${dueWords(dueAt)}${answer === 'material' ? '报送' : '反馈'}`];
  return [
    line(WORDS[kind].requirement, [requirement]),
    ...(answer === 'feedback' || answer === 'material'
      ? [line(answer === 'material' ? '报送时限' : '办理时限', due, '还没选')]
      : []),
    ...(answer === 'none' ? [] : [line('签收', signed === null ? [] : [signed.name, momentWords(signed.at)], '')]),
  ];
}

/** What is not due yet stands there as what was issued; the clue does not rest on it. */
const IN_FULL: Spelling = { day: formatFullDate, due: dueWords, notDue: '还没到期，不作依据' };

function noticeWords(
  { number, title, issuedAt, dueAt, heldAt = null, deliveries }: PaperFacts['chain'][number],
  asOf: Instant,
): string {
  const issued = issuedAt === null ? '' : `${formatFullDate(beijingDate(issuedAt))}发`;
  const stood = deliveries.map((each) => {
    return `${deliveries.length > 1 ? each.unitName : ''}${deliveryWords(each, asOf, IN_FULL)}`;
  });
  return [
    `${number}《${title}》`,
    issued,
    ...(heldAt === null ? [] : [`${momentWords(heldAt)}约谈`]),
    ...(dueAt === null ? [] : [`${dueWords(dueAt)}${answerVerb(deliveries[0])}`]),
    stood.join('；'),
  ]
    .filter((words) => words !== '')
    .join('，');
}

function circularWords({ title, issuedOn, unitName, shortfall }: PaperFacts['circulars'][number]): string {
  return `${title}，${formatFullDate(issuedOn)}，点到${unitName}：${shortfall}`;
}

/** 2022年6月10日18时前, as papers write it. */
function dueWords(dueAt: Instant): string {
  const { date, time } = dueDayAndHour(dueAt);
  return `${formatFullDate(date)}${hourWords(time)}前`;
}

function momentWords(at: Instant): string {
  return `${formatFullDate(beijingDate(at))}${hourWords(beijingTime(at))}`;
}

function hourWords(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return `${String(Number(hour))}时${minute === '00' ? '' : `${minute}分`}`;
}

function namesOf(parties: PaperFacts['parties'], part: Part): readonly string[] {
  return parties.filter((party) => party.part === part).map(({ name }) => name);
}

function numbered(words: readonly string[]): readonly string[] {
  return words.length === 1 ? words : words.map((each, index) => `${String(index + 1)}. ${each}`);
}

/** A note in brackets behind a name, as （样例）, is no part of it. */
function bareName(name: string): string {
  return name.replace(/（[^（）]*）$/u, '');
}

function line(label: string, texts: readonly string[], gap = '还没写'): PaperLine {
  return { label, texts: texts.map((text) => text.trim()).filter((text) => text !== ''), gap };
}
