/** Words that say that something is asked for, and not what. */
const EMPTY_WORDS = [
  ...[
    '重新报送',
    '再报一次',
    '报送',
    '上报',
    '补报',
    '再报',
    '报告',
    '报来',
    '报我办',
    '提供',
    '提交',
    '填报',
    '填写',
    '统计',
  ],
  ...[
    '汇总',
    '上传',
    '发送',
    '发来',
    '反馈',
    '收集',
    '做好',
    '落实',
    '抓好',
    '请',
    '及时',
    '抓紧',
    '按时',
    '尽快',
    '按要求',
  ],
  ...['再次', '重新', '一次', '一下', '一并', '逾期', '未报', '有关', '相关', '关于', '截至', '目前', '本月', '上月'],
  ...[
    '当月',
    '月份',
    '月底',
    '年底',
    '今年',
    '全年',
    '本年度',
    '本单位',
    '各单位',
    '你单位',
    '各县',
    '你县',
    '各部门',
    '贵单位',
  ],
  ...[
    '工作专班',
    '市专班',
    '牵头单位',
    '我办',
    '电子版',
    '纸质版',
    '加盖公章',
    '盖章',
    '邮箱',
    '工作',
    '情况',
    '材料',
    '数据',
  ],
  ...[
    '信息',
    '进展',
    '进度',
    '开展',
    '推进',
    '完成',
    '总结',
    '通知',
    '一份',
    '书面',
    '最新',
    '的',
    '和',
    '及',
    '与',
    '并',
    '将',
  ],
  ...['把', '对', '到', '至', '于', '前'],
] as const;
/** What kind of paper is asked for: a list of names is not held because a report tells how many there are. */
const PAPERS =
  /台账|名单|名册|花名册|清单|方案|预案|案例|照片|视频|截图|计划|规划|合同|协议|制度|凭证|发票|原件|复印件|证书|文件|意见|建议|问卷|纪要|稿件|明细|登记表|评分表|标语|样本/gu;
/** Marks around names, which divide no words. */
const MARKS = /[“”‘’"'「」『』《》〈〉]/gu;
/** A point in time, by its figures or its day of the week. */
const DATES =
  /\d+\s*(?:年|月份|月(?!报)|日|号|时|点|分)|\d+(?=月报)|[本这下]?(?:周|星期)[一二三四五六日天末]|[上中下]旬/gu;
/** Everything that is no word: figures, punctuation, spaces. */
const NO_WORDS = /[\d\s\p{P}\p{S}a-zA-Z]/gu;
/** Where one thing asked ends and the next begins. */
const CLAUSES = /[，、,:：]/u;
const SENTENCES = /[。；;.\n]/u;
/** What a sentence says that asks for something. */
const ASKING = /报|提供|提交|填|统计|汇总|上传|发来|发送|收集|征集|反馈/u;
/** What is counted of a thing, which asks for no other thing. */
const FIGURES = [
  '活动',
  '场次',
  '次数',
  '户数',
  '人数',
  '家数',
  '笔数',
  '占比',
  '比例',
  '金额',
  '额度',
  '额',
  '率',
  '数',
  '量',
] as const;
/** How many characters may stand beside the name of a thing, when that alone is asked for: 信易贷放款额. */
const MOST_BESIDE = 2;
/** What a thing goes by, in marks: “信易贷”. */
const NAMES = /“([^”]{2,12})”/gu;
/** A run of this many characters of what is held names it as well. */
const LEAST_PART = 3;
/** What says that something falls short, and asks for nothing. */
const BLAMING = /滞后|不力|偏低|缓慢|落后|不足|未达|低于/u;
/** A text of fewer pairs of characters than this says too little to be compared. */
const LEAST_PAIRS = 2;
/** From this share on, what is asked is taken for what is held. */
const LIKE_ENOUGH = 0.6;
/** The share where no word of asking says that it is asked for. */
const WHOLLY = 1;

/** What is held, with the names in marks that stand in it. */
interface Names {
  readonly names: readonly string[];
  readonly held: string;
  /** Whether a good part of its words names it too, as people shorten the headings of a report. */
  readonly isTopic: boolean;
}

/** Whether a text asks for what another one holds: most of what one of its clauses names is named there too, and the same kind of paper. */
export function asksForHeld(ask: string, held: string, isTopic: boolean): boolean {
  const names = [...held.matchAll(NAMES)].flatMap(([, name]) => (name === undefined ? [] : [name]));
  const asking = clausesOf(ask);
  const [clauses, share] = asking.length > 0 ? [asking, LIKE_ENOUGH] : [sayingOf(ask), WHOLLY];
  const has = pairsOf(held);
  return clauses.some((clause) => {
    const papers = clause.match(PAPERS) ?? [];
    if (!papers.every((paper) => held.includes(paper))) return false;
    return isShared(clause, { has, share }) || isNamedIn(clause, { names, held, isTopic });
  });
}

/** Whether at least a share of what a clause names is named by what is held. */
function isShared(
  clause: string,
  { has, share }: { readonly has: ReadonlySet<string>; readonly share: number },
): boolean {
  const wanted = [...pairsOf(clause)];
  return wanted.length >= LEAST_PAIRS && wanted.filter((pair) => has.has(pair)).length >= share * wanted.length;
}

/** Whether a clause names a thing by one of its names, or by a good part of its words, and hardly anything beside it. */
function isNamedIn(clause: string, { names, held, isTopic }: Names): boolean {
  const plain = clause.replace(MARKS, '').replace(/^请?报/u, '');
  const isBeside = (name: string, most: number): boolean =>
    plain.includes(name) && bare(without(plain.replace(name, ' '), FIGURES)).length <= most;
  if (names.some((name) => isBeside(name, MOST_BESIDE))) return true;
  const part = isTopic ? longestShared(plain, held.replace(MARKS, '')) : '';
  return part.length >= LEAST_PART && isBeside(part, 1);
}

/** What a text says in words, empty ones left out. */
function bare(text: string): string {
  return wordsOf(text).replace(/ /gu, '');
}

/** The longest run of characters that two texts have in common. */
function longestShared(one: string, other: string): string {
  let longest = '';
  for (let from = 0; from + longest.length < one.length; from += 1) {
    let to = from + longest.length + 1;
    while (to <= one.length && other.includes(one.slice(from, to))) to += 1;
    if (to - 1 - from > longest.length) longest = one.slice(from, to - 1);
  }
  return longest;
}

/** The clauses of a text that says no word of asking; what is blamed is not asked for. */
function sayingOf(text: string): readonly string[] {
  return text.split(SENTENCES).flatMap((sentence) => (BLAMING.test(sentence) ? [] : sentence.split(CLAUSES)));
}

/** A thing that people ask for by its name: what marks it, and what else may be said with it. */
export interface Named {
  readonly mark: RegExp;
  readonly words: readonly string[];
}

/** Whether a text asks for something by its name alone: one of its clauses names it and nothing else, also where it says no word of asking. */
export function asksByName(ask: string, { mark, words }: Named): boolean {
  const asking = clausesOf(ask);
  return (asking.length > 0 ? asking : ask.split(SENTENCES)).some((clause) => {
    const plain = clause.replace(MARKS, '');
    return mark.test(plain) && without(wordsOf(plain), words).replace(/ /gu, '').length <= 1;
  });
}

/** Whether two titles name the same once the words are left out that only ask, and the months. */
export function isAlike(one: string, other: string): boolean {
  const [bare, same] = [one, other].map((title) => wordsOf(title).replace(/表(?= |$)| /gu, ''));
  return bare !== undefined && bare.length >= LEAST_PAIRS && bare === same;
}

/** The months of the year that a text names, such as 5月 or 4至6月; none where it names no month. */
export function monthsIn(text: string): readonly number[] {
  const found = [...text.matchAll(/(\d{1,2})(?:\s*[至到—-]\s*(\d{1,2}))?\s*月(?!\s*\d{1,2}\s*[日号])/gu)];
  return [...new Set(found.flatMap(([, first, last]) => span(Number(first), Number(last ?? first))))];
}

function span(first: number, last: number): readonly number[] {
  const isSpan = first >= 1 && last <= 12 && first <= last;
  return isSpan ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
}

/** The clauses of the sentences that ask. Where these say only “报来”, what is asked for stands in the others. */
function clausesOf(text: string): readonly string[] {
  const sentences = text.split(SENTENCES);
  const asking = sentences.filter((sentence) => ASKING.test(sentence) || sentence.search(PAPERS) >= 0);
  if (asking.length === 0) return [];
  const saying = asking.filter((sentence) => wordsOf(sentence).trim() !== '');
  const read = saying.length > 0 ? saying : sentences;
  return read.flatMap((sentence) => [sentence, ...sentence.split(CLAUSES)]);
}

function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const part of wordsOf(text).split(' ')) {
    for (let at = 0; at + 2 <= part.length; at += 1) pairs.add(part.slice(at, at + 2));
  }
  return pairs;
}

/** The text without empty words; a space stands where one was, so that no pair reaches over it. */
function wordsOf(text: string): string {
  return without(text.replace(MARKS, '').replace(DATES, ' ').replace(NO_WORDS, ' '), EMPTY_WORDS);
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.split(word).join(' '), text);
}
