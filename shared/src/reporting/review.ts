import { cleanText, codePointLength, refuse, refuseAll, type Outcome, type Refusal } from '../kernel';
import type { ReviewRemark } from './api';
import type { ReportContent, ReportForm } from './content';
import { fieldsOf } from './draft';

/** Limits of a return, inclusive; text in code points. */
export const REVIEW_LIMITS = { remarks: 50, text: 500 } as const;

/**
 * What came from outside as the remarks of a return (Q12), or every reason why they are none: at least one, each with
 * its words and on a place of the version. The empty path is the whole report.
 */
export function checkRemarks(
  input: unknown,
  content: ReportContent,
  form: ReportForm,
): Outcome<readonly ReviewRemark[]> {
  if (!Array.isArray(input) || input.length === 0) return refuse('reporting.remark-missing');
  if (input.length > REVIEW_LIMITS.remarks)
    return refuse('reporting.too-many-remarks', { limit: REVIEW_LIMITS.remarks });
  const places = placesOf(content, form);
  const remarks = input.map(remarkOf);
  const refusals = remarks.flatMap((remark) => remarkRefusals(remark, places));
  return refuseAll(refusals, () => remarks);
}

function remarkOf(value: unknown): ReviewRemark {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<'path' | 'text', unknown>>;
  const isText = typeof given.text === 'string' && given.text.length <= REVIEW_LIMITS.text * 20;
  return {
    path: typeof given.path === 'string' ? given.path : ' ',
    text: isText ? cleanText(given.text as string) : typeof given.text === 'string' ? given.text : '',
  };
}

function remarkRefusals(remark: ReviewRemark, places: ReadonlySet<string>): readonly Refusal[] {
  if (!places.has(remark.path)) return [{ code: 'reporting.remark-place-unknown', facts: {} }];
  if (remark.text === '') return [{ code: 'reporting.remark-missing', facts: { path: remark.path } }];
  if (codePointLength(remark.text) <= REVIEW_LIMITS.text) return [];
  return [{ code: 'reporting.remark-too-long', facts: { path: remark.path, limit: REVIEW_LIMITS.text } }];
}

/** Every field of the content, everything above one, each heading and part of the form, and the whole. */
function placesOf(content: ReportContent, form: ReportForm): ReadonlySet<string> {
  const places = new Set(['', 'problems', 'plans', 'signOff', ...form.headings.map(({ id }) => `headings/${id}`)]);
  for (const path of fieldsOf(content).keys()) {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) places.add(path.slice(0, end));
  }
  return places;
}
