import { meaningOf, type FaultKind, type LedgerEffect } from './error-table';
import { retryAt, type RetryCircumstances, type RetryReason } from './retry-plan';
import type { WechatFault } from './wechat-error';

/** Why WeChat will not take this message, now or later; the next channel's turn. */
export type RefusalReason =
  | 'no-grant'
  | 'bad-openid'
  | 'template-broken'
  | 'page'
  | 'data'
  | 'sensitive'
  | 'unauthorized'
  | 'account'
  | 'unrecognised';

/**
 * What became of a message handed to WeChat.
 * `delivered` means that WeChat took it, not that anybody saw it. `unknown` means it may have been taken: it must not be
 * sent again before WeChat's own event, or a person, has told what happened.
 */
export type SendOutcome =
  | { readonly kind: 'delivered'; readonly messageId: string | null; readonly ledger: LedgerEffect }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly fault: WechatFault;
      readonly ledger: LedgerEffect;
    }
  | {
      readonly kind: 'retryable';
      readonly reason: RetryReason;
      /** Null when all attempts of the plan are used up. */
      readonly retryAt: string | null;
      readonly fault: WechatFault;
      readonly ledger: LedgerEffect;
    }
  | {
      readonly kind: 'unknown';
      readonly cause: 'timeout' | 'cut' | 'unreadable';
      readonly ledger: LedgerEffect;
    };

const RETRIED: Partial<Record<FaultKind, RetryReason>> = {
  busy: 'busy',
  concurrent: 'concurrent',
  'minute-quota': 'minute-quota',
  'day-quota': 'day-quota',
  unreachable: 'unreachable',
  unreadable: 'unreachable',
  token: 'token',
};

const REFUSED: Partial<Record<FaultKind, RefusalReason>> = {
  'no-grant': 'no-grant',
  'bad-openid': 'bad-openid',
  'template-broken': 'template-broken',
  page: 'page',
  data: 'data',
  sensitive: 'sensitive',
  unauthorized: 'unauthorized',
  account: 'account',
};

/** The outcome of a send that WeChat answered with an error, or that ended before anything was sent. */
export function failedSend(kind: FaultKind, fault: WechatFault, circumstances: RetryCircumstances): SendOutcome {
  const ledger = fault.errcode === null ? 'none' : meaningOf(fault.errcode).ledger;
  const reason = RETRIED[kind];
  return reason === undefined
    ? { kind: 'refused', reason: REFUSED[kind] ?? 'unrecognised', fault, ledger }
    : { kind: 'retryable', reason, retryAt: retryAt(reason, circumstances), fault, ledger };
}
