import {
  parseApplication,
  type ApplicationCategory,
  type ApplicationCycle,
  type ApplicationRequest,
  type ApplicationView,
  type BasisDocument,
} from '@jiannuo/shared/applications';
import { isBlank, type Instant, type Period, type Refusal } from '@jiannuo/shared/kernel';
import type { AttachmentView, Evidence } from '@jiannuo/shared/reporting';
import { useDeviceDraft, useStoredDrafts, type DeviceDraft, type DraftBook } from '../../platform/device-drafts';
import { readStored } from '../../platform/storage';
import { refusalWords } from './application-words';

/** An application that is being written and was not handed in. */
export interface ApplicationDraft extends DeviceDraft {
  /** The one that ended without points and is applied for again. */
  readonly earlierId: string | null;
  readonly category: ApplicationCategory;
  /** Empty while not chosen. */
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly basis: BasisDocument;
  readonly evidence: readonly Evidence[];
  readonly files: readonly AttachmentView[];
  readonly fromPeriod: Period | null;
}
export type ApplicationBook = DraftBook<ApplicationDraft>;

const PREFIX = 'application/';
const EMPTY: Omit<ApplicationDraft, 'id'> = {
  earlierId: null,
  category: 'adjustment',
  kind: '',
  title: '',
  text: '',
  basis: { title: '', number: '', issuer: '', date: '' },
  evidence: [],
  files: [],
  fromPeriod: null,
  savedAt: null,
  wish: null,
};

/** What is being written on this device, read anew whenever one comes back to the page. */
export function useApplicationDrafts(): readonly ApplicationDraft[] {
  return useStoredDrafts<ApplicationDraft>(PREFIX);
}

/** Whether nothing was written yet; such a draft is not kept. */
export function isEmptyDraft({ kind, title, text, basis, evidence }: ApplicationDraft): boolean {
  const { title: document, number, issuer, date } = basis;
  return evidence.length === 0 && [kind, title, text, document, number, issuer, date].every((words) => isBlank(words));
}

/** The draft under the id as this device keeps it; otherwise nothing, or what is applied for again. */
export function draftUnder(id: string, earlier: ApplicationView | null = null): ApplicationDraft {
  const stored = readStored<ApplicationDraft>(PREFIX + id);
  if (stored !== null) return stored;
  if (earlier === null) return { ...EMPTY, id };
  const { category, kind, title, text, basis, evidence, attachments: files, fromPeriod } = earlier;
  return { ...EMPTY, id, earlierId: earlier.id, category, kind, title, text, basis, evidence, files, fromPeriod };
}

/** Keeps what begins with `initial`. */
export function useApplicationDraft(initial: ApplicationDraft): ApplicationBook {
  return useDeviceDraft(PREFIX, initial, isEmptyDraft);
}

/** What the draft asks for when it is handed in. */
export function requestOf(draft: ApplicationDraft, year: number): ApplicationRequest {
  const { category, kind, title, text, basis, evidence, fromPeriod, earlierId } = draft;
  return { year, category, kind, title, text, basis, evidence, fromPeriod, earlierId };
}

/** The fields of the form, in their order. */
export const FIELDS = [
  'kind',
  'title',
  'fromPeriod',
  'text',
  'basisTitle',
  'basisNumber',
  'basisIssuer',
  'basisDate',
  'evidence',
] as const;
export type Field = (typeof FIELDS)[number];
export type Faults = Partial<Record<Field, string>>;

const FIELD_OF_LABEL: Readonly<Record<string, Field>> = {
  名称: 'title',
  内容: 'text',
  文件名称: 'basisTitle',
  文号: 'basisNumber',
  发文单位: 'basisIssuer',
};
const FIELD_OF_CODE: Readonly<Record<string, Field>> = {
  'applications.kind-missing': 'kind',
  'applications.month-outside': 'fromPeriod',
  'applications.date-unreadable': 'basisDate',
  'applications.date-ahead': 'basisDate',
};

function fieldOf({ code, facts }: Refusal): Field {
  return FIELD_OF_CODE[code] ?? FIELD_OF_LABEL[String(facts['label'])] ?? 'evidence';
}

/** What the draft still lacks, by field, as the server would say it. */
export function faultsOf(draft: ApplicationDraft, cycle: ApplicationCycle, now: Instant): Faults {
  const read = parseApplication(requestOf(draft, 0), cycle, now);
  if (read.ok) return {};
  const faults: Faults = {};
  for (const refusal of read.refusals) faults[fieldOf(refusal)] ??= wordsOf(refusal, draft);
  return faults;
}

/** What was not chosen is not wrong yet. */
function wordsOf(refusal: Refusal, { fromPeriod, basis }: ApplicationDraft): string {
  const field = fieldOf(refusal);
  if (field === 'fromPeriod' && fromPeriod === null) return '还没选从哪个月起。';
  if (field === 'basisDate' && basis.date === '') return '还没选发文日期。';
  return refusalWords(refusal);
}
