import {
  gapsOf,
  headingMark,
  PART_LABELS,
  type Gap,
  type Heading,
  type HeadingContent,
  type ReportContent,
  type ReportForm,
} from '@jiannuo/shared/reporting';
import { beijingToday } from '../../../platform/clock';
import type { StatusShape } from '../../../ui/status/status-word';

/** One part of the form that opens and closes: a heading, or one of the parts that follow them. */
export interface Section {
  readonly id: string;
  readonly ordinal: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly heading: Heading | null;
}
/** How far a section is. `none` has no icon: nothing is filled yet. */
export interface SectionState {
  readonly shape: StatusShape | 'none';
  readonly text: string;
}

const UNTOUCHED: SectionState = { shape: 'none', text: '没填' };
const DOING: SectionState = { shape: 'doing', text: '在填' };

const PARTS = [
  ['problems', '二、'],
  ['plans', '三、'],
  ['signOff', ''],
] as const;

/** The sections of a form in their order (annex 1). */
export function sectionsOf(form: ReportForm): readonly Section[] {
  const headings = form.headings.map((heading) => ({
    id: heading.id,
    ordinal: headingMark(heading),
    title: heading.title,
    shortTitle: heading.shortTitle,
    heading,
  }));
  const parts = PARTS.map(([id, ordinal]) => ({
    id,
    ordinal,
    title: PART_LABELS[id],
    shortTitle: PART_LABELS[id],
    heading: null,
  }));
  return [...headings, ...parts];
}

/** The section a missing thing belongs to. */
export function sectionOfPath(path: string): string {
  const [part = '', id = ''] = path.split('/');
  return part === 'headings' ? id : part;
}

const seen = new WeakMap<ReportContent, readonly Gap[]>();

/** What is missing in a content; worked out once for each content. */
export function gapsIn(content: ReportContent, form: ReportForm): readonly Gap[] {
  const known = seen.get(content) ?? gapsOf(content, form, beijingToday());
  seen.set(content, known);
  return known;
}

/** How many of the task headings have nothing missing. */
export function filledHeadings(content: ReportContent, form: ReportForm): number {
  const unfilled = new Set(gapsIn(content, form).map((gap) => sectionOfPath(gap.path)));
  return form.headings.filter(({ id }) => !unfilled.has(id)).length;
}

const PART_NAMES = { problems: '问题', plans: '计划', signOff: '落款' } as const;

/** What is missing, in words: how many sections, or by name when it is only parts after the headings; null when nothing is. */
export function missingWords(content: ReportContent, form: ReportForm): string | null {
  const headings = form.headings.length - filledHeadings(content, form);
  const unfilled = new Set(gapsIn(content, form).map((gap) => sectionOfPath(gap.path)));
  const parts = PARTS.flatMap(([id]) => (unfilled.has(id) ? [PART_NAMES[id]] : []));
  if (headings === 0) return parts.length === 0 ? null : `${parts.join('、')}还没填`;
  return `还有${String(headings + parts.length)}处没填`;
}

function isTouched({ items, target }: HeadingContent): boolean {
  return items.length > 0 || (target !== null && target.numerator + target.denominator !== '');
}

function headingWords(heading: HeadingContent, hasGap: boolean): SectionState {
  if (heading.noneReason !== null) return hasGap ? DOING : { shape: 'waived', text: '本月无' };
  if (!hasGap) return { shape: 'done', text: `${String(heading.items.length)}条` };
  return isTouched(heading) ? DOING : UNTOUCHED;
}

function listWords(count: number, hasGap: boolean): SectionState {
  if (count === 0) return UNTOUCHED;
  return hasGap ? DOING : { shape: 'done', text: `${String(count)}条` };
}

/** How far one section is, in shape and word. */
export function sectionStateOf(content: ReportContent, form: ReportForm, sectionId: string): SectionState {
  const hasGap = gapsIn(content, form).some((gap) => sectionOfPath(gap.path) === sectionId);
  if (sectionId === 'problems' || sectionId === 'plans') return listWords(content[sectionId].length, hasGap);
  if (sectionId === 'signOff') return hasGap ? UNTOUCHED : { shape: 'done', text: '已落款' };
  const heading = content.headings.find(({ id }) => id === sectionId);
  return heading === undefined ? UNTOUCHED : headingWords(heading, hasGap);
}

/** The element a path is drawn as, so that it can be brought into sight. */
export function elementIdOf(path: string): string {
  return `at-${path.replace(/\//g, '-')}`;
}
