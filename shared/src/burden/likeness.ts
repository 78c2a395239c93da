/** Words that say that something is asked for, and not what. */
const EMPTY_WORDS = [
  '报送',
  '上报',
  '报告',
  '提供',
  '提交',
  '填报',
  '报来',
  '统计',
  '汇总',
  '请',
  '及时',
  '抓紧',
  '按时',
  '尽快',
  '于',
  '有关',
  '相关',
  '关于',
  '截至',
  '目前',
  '本月',
  '上月',
  '当月',
  '月份',
  '本单位',
  '各单位',
  '你单位',
  '你县',
  '工作',
  '情况',
  '材料',
  '数据',
  '进展',
  '开展',
  '完成',
  '一份',
  '书面',
  '的',
  '和',
  '及',
  '与',
  '并',
  '将',
  '把',
  '对',
] as const;
/** Everything that is no word: figures, punctuation, spaces. */
const NO_WORDS = /[\d\s\p{P}\p{S}a-zA-Z年月日号时前底]/gu;
/** Where one thing asked ends and the next begins. */
const CLAUSES = /[，。；、,;.\n]/u;
/** A text of fewer pairs of characters than this says too little to be compared. */
const LEAST_PAIRS = 2;
/** From this share on, what is asked is taken for what is held. */
const LIKE_ENOUGH = 0.6;

/** Whether a text asks for what another one holds: most of what one of its clauses names is named there too. */
export function asksForHeld(ask: string, held: string): boolean {
  const has = pairsOf(held);
  return clausesOf(ask).some((clause) => {
    const wanted = [...pairsOf(clause)];
    const shared = wanted.filter((pair) => has.has(pair)).length;
    return wanted.length >= LEAST_PAIRS && shared >= LIKE_ENOUGH * wanted.length;
  });
}

/** The months of the year that a text names, such as 5月 or 4至6月; none where it names no month. */
export function monthsIn(text: string): readonly number[] {
  const found = [...text.matchAll(/(\d{1,2})(?:\s*[至到—-]\s*(\d{1,2}))?\s*月/gu)];
  return [...new Set(found.flatMap(([, first, last]) => span(Number(first), Number(last ?? first))))];
}

function span(first: number, last: number): readonly number[] {
  const isSpan = first >= 1 && last <= 12 && first <= last;
  return isSpan ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
}

function clausesOf(text: string): readonly string[] {
  return [text.replace(/\n/gu, ''), ...text.split(CLAUSES)];
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
  const words = text.replace(NO_WORDS, ' ');
  return EMPTY_WORDS.reduce((rest, empty) => rest.split(empty).join(' '), words);
}
