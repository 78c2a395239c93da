/** What a receipt is of: a report by its own id, or a self-assessment that was entered, by the obligation it answers. */
export interface HandIn {
  readonly kind: 'monthly-report' | 'self-assessment';
  readonly id: string;
}

/** The hand-in that a page was opened with; null when it names none. */
export function handInOf(reportId: string | null, obligationId: string | null): HandIn | null {
  if (reportId !== null) return { kind: 'monthly-report', id: reportId };
  return obligationId === null ? null : { kind: 'self-assessment', id: obligationId };
}

/** Where the server keeps it. */
export function handInPath({ kind, id }: HandIn): string {
  return `/api/${kind === 'monthly-report' ? 'reports' : 'entered-assessments'}/${encodeURIComponent(id)}`;
}
