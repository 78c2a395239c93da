/**
 * What public sources do not tell about WeChat, each with both readings. The first reading is the stricter for us.
 * The product must work under both; the first-contact checklist of docs/wechat-setup.md settles them on a real account.
 */
export const ASSUMPTIONS = [
  { id: 'page-leading-slash', question: 'Is a page with a leading slash taken?', readings: ['refused', 'taken'] },
  {
    id: 'page-only-in-trial',
    question: 'Is a page of the trial version taken when the state is formal?',
    readings: ['refused', 'taken'],
  },
  { id: 'state-and-lang', question: 'May miniprogram_state and lang be left out?', readings: ['required', 'optional'] },
  {
    id: 'extra-keys',
    question: 'What of data keys that the template does not have?',
    readings: ['refused', 'ignored'],
  },
  { id: 'bare-date-in-time', question: 'Does a time field take a date without time?', readings: ['refused', 'taken'] },
  { id: 'astral-characters', question: 'Does an emoji count as two characters?', readings: ['two', 'one'] },
  { id: 'check-order', question: 'Is the grant looked at before the data?', readings: ['grant-first', 'data-first'] },
  {
    id: 'refusal-clears-grants',
    question: 'Does a refusal in the message menu clear banked grants?',
    readings: ['cleared', 'kept'],
  },
  {
    id: 'main-switch-stops-sends',
    question: 'Does the main switch stop sends with banked grants?',
    readings: ['stopped', 'sent'],
  },
  { id: 'silent-acceptance-event', question: 'Does a kept choice push a pop-up event?', readings: ['none', 'pushed'] },
  {
    id: 'sensitive-spends-grant',
    question: 'Does a refused sensitive word use up a grant?',
    readings: ['spent', 'kept'],
  },
  { id: 'bad-data-spends-grant', question: 'Does a refused value use up a grant?', readings: ['spent', 'kept'] },
  { id: 'limited-refusal', question: 'Which code refuses a second message of a period?', readings: ['43101', '45009'] },
  { id: 'msgid-type', question: 'Is msgid of the answer a number?', readings: ['number', 'text'] },
  { id: 'push-retry-nonce', question: 'Does a repeated push carry the same nonce?', readings: ['same', 'new'] },
  { id: 'error-status', question: 'Which HTTP status carries an error?', readings: ['400', '200'] },
] as const;

/** The name of an open question. */
export type AssumptionId = (typeof ASSUMPTIONS)[number]['id'];

type ReadingOf<Id extends AssumptionId> = Extract<(typeof ASSUMPTIONS)[number], { id: Id }>['readings'][number];

/** The reading chosen for every open question. */
export type Readings = { readonly [Id in AssumptionId]: ReadingOf<Id> };

/** Which reading all questions take unless told otherwise. */
export type Profile = 'strict' | 'lenient';

/** The readings of a profile, with single ones replaced. */
export function readingsOf(profile: Profile, chosen: Partial<Readings> = {}): Readings {
  const at = profile === 'strict' ? 0 : 1;
  const all = Object.fromEntries(ASSUMPTIONS.map(({ id, readings }) => [id, readings[at]])) as unknown as Readings;
  return { ...all, ...chosen };
}

/** Whether the name and value belong to the table; for values that come from outside. */
export function isReading(id: string, reading: unknown): boolean {
  return ASSUMPTIONS.some(
    (assumption) => assumption.id === id && (assumption.readings as readonly unknown[]).includes(reading),
  );
}
