/** The keys under which answers are kept. A key names the record; a feature adds what it needs after it. */
export const QUERY_KEYS = {
  me: ['me'],
  site: ['site'],
  obligations: ['obligations'],
  report: (reportId: string) => ['report', reportId] as const,
  receipt: (reportId: string) => ['receipt', reportId] as const,
  reportVersion: (reportId: string, number: number) => ['report', reportId, 'version', number] as const,
  reviews: ['reviews'],
  board: ['board'],
  callList: ['call-list'],
  readiness: ['reminder-readiness'],
  directory: ['directory'],
  contacts: ['contacts'],
  inbox: ['inbox'],
  consents: ['consents'],
  workUpdates: ['work-updates'],
  bulletins: ['bulletins'],
} as const;
