/** What an error of WeChat means to us. Each kind has one way of being handled. */
export type FaultKind =
  | 'busy'
  | 'token'
  | 'no-grant'
  | 'bad-openid'
  | 'template-broken'
  | 'page'
  | 'data'
  | 'sensitive'
  | 'unauthorized'
  | 'concurrent'
  | 'minute-quota'
  | 'day-quota'
  | 'bad-code'
  | 'used-code'
  | 'blocked-user'
  | 'account'
  | 'request'
  | 'unreachable'
  | 'unreadable'
  | 'unrecognised';

/**
 * What an answer does to our count of one-time grants of this person and template.
 * `spend-one`: one less. `clear`: the count is wrong, it is 0. `uncertain`: leave it, and let the next answer tell.
 */
export type LedgerEffect = 'spend-one' | 'none' | 'clear' | 'uncertain';

/** One row of the error table. */
export interface ErrorMeaning {
  readonly errcode: number;
  readonly kind: FaultKind;
  readonly meaning: string;
  readonly ledger: LedgerEffect;
}

/** Every errcode the port has an answer for. An errcode not listed is `unrecognised`: not retried, reported as it came. */
export const ERROR_TABLE: readonly ErrorMeaning[] = [
  { errcode: -1, kind: 'busy', meaning: 'WeChat is busy', ledger: 'none' },
  { errcode: 40001, kind: 'token', meaning: 'access token is not the latest', ledger: 'none' },
  { errcode: 40014, kind: 'token', meaning: 'access token is malformed', ledger: 'none' },
  { errcode: 42001, kind: 'token', meaning: 'access token has expired', ledger: 'none' },
  { errcode: 41001, kind: 'request', meaning: 'access token is missing', ledger: 'none' },
  { errcode: 40003, kind: 'bad-openid', meaning: 'openid does not belong to this app', ledger: 'none' },
  { errcode: 40037, kind: 'template-broken', meaning: 'template is wrong or was deleted', ledger: 'none' },
  { errcode: 43107, kind: 'template-broken', meaning: 'template or app is banned from messages', ledger: 'none' },
  { errcode: 41030, kind: 'page', meaning: 'page is not in the published version', ledger: 'none' },
  { errcode: 43101, kind: 'no-grant', meaning: 'person has no grant left, or refused', ledger: 'clear' },
  { errcode: 43108, kind: 'concurrent', meaning: 'two sends to one person at once', ledger: 'none' },
  { errcode: 45168, kind: 'sensitive', meaning: 'a word of the message is not allowed', ledger: 'uncertain' },
  { errcode: 47003, kind: 'data', meaning: 'a value does not fit its field', ledger: 'none' },
  { errcode: 45009, kind: 'day-quota', meaning: 'daily quota of the call is used up', ledger: 'none' },
  { errcode: 45011, kind: 'minute-quota', meaning: 'too many calls this minute', ledger: 'none' },
  { errcode: 44991, kind: 'minute-quota', meaning: 'too many calls this minute', ledger: 'none' },
  { errcode: 48001, kind: 'unauthorized', meaning: 'app has no right to this call', ledger: 'none' },
  {
    errcode: 40029,
    kind: 'bad-code',
    meaning: 'code is wrong, of another kind, or older than 5 minutes',
    ledger: 'none',
  },
  { errcode: 40163, kind: 'used-code', meaning: 'code was used before', ledger: 'none' },
  { errcode: 40226, kind: 'blocked-user', meaning: 'WeChat blocks this person as a risk', ledger: 'none' },
  { errcode: 40002, kind: 'account', meaning: 'grant_type is wrong', ledger: 'none' },
  { errcode: 40013, kind: 'account', meaning: 'appid is wrong', ledger: 'none' },
  { errcode: 40125, kind: 'account', meaning: 'app secret is wrong', ledger: 'none' },
  { errcode: 40164, kind: 'account', meaning: 'our address is not on the IP list', ledger: 'none' },
  { errcode: 40243, kind: 'account', meaning: 'app secret is frozen', ledger: 'none' },
  { errcode: 50004, kind: 'account', meaning: 'token call is not permitted', ledger: 'none' },
  { errcode: 50007, kind: 'account', meaning: 'account is frozen', ledger: 'none' },
  { errcode: 89503, kind: 'account', meaning: 'an administrator must confirm this address', ledger: 'none' },
  { errcode: 89506, kind: 'account', meaning: 'an administrator refused this address for 24 hours', ledger: 'none' },
  { errcode: 89507, kind: 'account', meaning: 'an administrator refused this address for 1 hour', ledger: 'none' },
  { errcode: 41002, kind: 'request', meaning: 'appid is missing', ledger: 'none' },
  { errcode: 41004, kind: 'request', meaning: 'secret is missing', ledger: 'none' },
  { errcode: 41008, kind: 'request', meaning: 'code is missing', ledger: 'none' },
  { errcode: 43002, kind: 'request', meaning: 'call must be a POST', ledger: 'none' },
  { errcode: 44002, kind: 'request', meaning: 'body is empty', ledger: 'none' },
  { errcode: 47001, kind: 'request', meaning: 'body is not JSON', ledger: 'none' },
  { errcode: 40097, kind: 'request', meaning: 'an argument is wrong', ledger: 'none' },
  { errcode: 40129, kind: 'request', meaning: 'scene is too long or has forbidden characters', ledger: 'none' },
  { errcode: 40169, kind: 'request', meaning: 'scene is too long', ledger: 'none' },
  { errcode: 85096, kind: 'request', meaning: 'scancode_time is not supported', ledger: 'none' },
];

const BY_CODE = new Map(ERROR_TABLE.map((row) => [row.errcode, row]));

/** What an errcode means; an unlisted one is `unrecognised` and leaves the ledger alone. */
export function meaningOf(errcode: number): ErrorMeaning {
  return (
    BY_CODE.get(errcode) ?? { errcode, kind: 'unrecognised', meaning: 'an errcode we do not know', ledger: 'none' }
  );
}

const TRANSIENT: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'busy',
  'concurrent',
  'minute-quota',
  'day-quota',
  'unreachable',
  'unreadable',
  'token',
]);

/** Whether the same call may be answered otherwise later, with nothing changed on our side. */
export function isTransient(kind: FaultKind): boolean {
  return TRANSIENT.has(kind);
}
