import type { EntryNote } from '@jiannuo/shared/reporting';

/** The time of receipt of a version `v`: as it was put right last, or as it was entered. */
export const RECEIVED_AT = `COALESCE((SELECT n.to_received_at FROM report_entry_note n
  WHERE n.report_id = v.report_id AND n.version_number = v.number AND n.kind = 'correction'
  ORDER BY n.at DESC, n.id DESC LIMIT 1), v.received_at)`;

/** What was said last about a version `v`; null when nothing was. */
export const LAST_NOTE = `(SELECT n.kind FROM report_entry_note n
  WHERE n.report_id = v.report_id AND n.version_number = v.number ORDER BY n.at DESC, n.id DESC LIMIT 1)`;

const COLUMNS = `kind, body AS text, from_received_at AS fromAt, to_received_at AS toAt, by_name AS byName,
  by_unit_name AS byUnitName, at`;

/** What was said about a version that was entered for the unit, in order; two parameters: report, number. */
export const ENTRY_NOTES = `SELECT ${COLUMNS} FROM report_entry_note
  WHERE report_id = ? AND version_number = ? ORDER BY at, id`;

/** What was said about a self-assessment that was entered for the unit, in order; one parameter: the obligation. */
export const ASSESSMENT_NOTES = `SELECT ${COLUMNS} FROM assessment_entry_note WHERE obligation_id = ? ORDER BY at, id`;

/** A note as its table holds it. */
export interface EntryNoteRow {
  readonly kind: EntryNote['kind'];
  readonly text: string;
  readonly fromAt: string | null;
  readonly toAt: string | null;
  readonly byName: string;
  readonly byUnitName: string;
  readonly at: string;
}

/** A note as its readers see it. */
export function entryNoteOf({ kind, text, fromAt, toAt, byName, byUnitName, at }: EntryNoteRow): EntryNote {
  return { kind, text, from: fromAt, to: toAt, by: `${byUnitName} ${byName}`, at };
}
