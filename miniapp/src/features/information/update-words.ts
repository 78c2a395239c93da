import type {
  Adopter,
  InBulletin,
  InformationPoints,
  MarkView,
  WorkUpdateListView,
  WorkUpdateRow,
  WorkUpdateState,
} from '@jiannuo/shared/information';
import { formatPeriod, type Period } from '@jiannuo/shared/kernel';
import { factsInLine } from '../../ui/ideographic-space';
import type { StatusShape } from '../../ui/status/status-word';

/** A state as shape and word. */
export interface StateWords {
  readonly shape: StatusShape;
  readonly text: string;
}

const STATES: Readonly<Record<WorkUpdateState, StateWords>> = {
  draft: { shape: 'doing', text: '没交，存着' },
  'taken-back': { shape: 'returned', text: '撤回了' },
  received: { shape: 'not-yet', text: '收到' },
  'not-chosen': { shape: 'waived', text: '没选用' },
  chosen: { shape: 'done', text: '选用' },
  'high-quality': { shape: 'done', text: '高质量' },
  adopted: { shape: 'done', text: '被采用' },
};

/** What people call a state. */
export function stateWords(state: WorkUpdateState): StateWords {
  return STATES[state];
}

const ADOPTER_WORDS: Readonly<Record<Adopter, string>> = {
  'leading-group-office': '领导小组办公室采用',
  'provincial-group': '推荐报送省级专班',
};

/** Who adopted. */
export function adopterWords(adopter: Adopter): string {
  return ADOPTER_WORDS[adopter];
}

/** A mark in words. */
export function markWords({ kind, adopter }: Pick<MarkView, 'kind' | 'adopter'>): string {
  if (kind === 'adopted') return adopterWords(adopter ?? 'leading-group-office');
  return kind === 'high-quality' ? '评为高质量' : '没选用';
}

/** `5月工作信息第2期`. */
export function bulletinWords({ period, number }: Pick<InBulletin, 'period' | 'number'>): string {
  return `${formatPeriod(period)}工作信息第${String(number)}期`;
}

/** Points with two places. */
export function pointWords(points: number): string {
  return `${points.toFixed(2)}分`;
}

/** What became of a work update, in one line under its title. */
export function outcomeWords(row: WorkUpdateRow): string {
  const { state, marks, bulletin } = row;
  if (state === 'taken-back') return '改好可以再交';
  if (state === 'not-chosen') return marks.at(-1)?.reason ?? '';
  const adopted = marks.filter(({ kind }) => kind === 'adopted').map(markWords);
  const isRecommended = bulletin !== null && adopted.length === 0;
  const facts = factsInLine(...adopted, ...(isRecommended ? [`编进${bulletinWords(bulletin)}`] : []));
  return facts === '' ? (state === 'received' ? '市专班还没选' : '') : facts;
}

/**
 * What a work update adds to a month's points; empty when the month is full, since it is then not said which of them
 * count, and when it counts elsewhere.
 */
export function gainWords(row: WorkUpdateRow, points: InformationPoints | null, period: Period): string {
  if (points === null || points.total < points.highQuality.points + points.adopted.points) return '';
  const counts = (kind: MarkView['kind']) =>
    row.marks.some((mark) => mark.kind === kind && mark.creditedPeriod === period);
  const gains = [
    [counts('high-quality'), points.highQuality],
    [counts('adopted'), points.adopted],
  ] as const;
  const sum = gains.reduce((total, [isCounted, { count, each, points: given }]) => {
    return total + (isCounted && count * each <= given ? each : 0);
  }, 0);
  return sum === 0 ? '' : `加${pointWords(sum)}`;
}

/** The unit's month in one sentence. */
export function headlineOf({ rows, points, period }: WorkUpdateListView): string {
  const sent = rows.filter(({ state }) => state !== 'taken-back').length;
  if (sent === 0 && (points === null || points.total === 0)) return `${formatPeriod(period)}还没有报`;
  const count = `报了${String(sent)}条`;
  return points === null ? count : `${count}，得${pointWords(points.total)}`;
}

/** What is there, and what would still add points. */
export function sublineOf({ rows, points }: WorkUpdateListView): string {
  if (points === null) {
    const count = (kind: MarkView['kind']) =>
      rows.filter(({ marks }) => marks.some((mark) => mark.kind === kind)).length;
    if (rows.length === 0) return '';
    return `高质量${String(count('high-quality'))}条，被采用${String(count('adopted'))}条。`;
  }
  const { highQuality, adopted } = points;
  const used = adopted.count === 0 ? '' : `被采用${String(adopted.count)}条。`;
  if (highQuality.left === 0) return `高质量${String(highQuality.count)}条，这项已经满了。${used}`;
  const more = `再有${String(highQuality.left)}条加${pointWords(highQuality.gain)}`;
  const start = highQuality.count === 0 ? '还没有高质量的' : `高质量${String(highQuality.count)}条`;
  return `${start}，${more}，这项就满了。${used}`;
}

/** How long a text is and what goes with it. */
export function contentWords(characters: number, evidence: number): string {
  const text = characters === 0 ? '还没写正文' : `正文${String(characters)}字`;
  return evidence === 0 ? text : `${text}，佐证${String(evidence)}份`;
}
