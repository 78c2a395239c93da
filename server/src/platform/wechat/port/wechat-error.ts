import { isTransient, type FaultKind } from './error-table';

/** An answer of WeChat that was not `ok`, as it came, with secrets masked. `rid` can be looked up at WeChat for 7 days. */
export interface WechatFault {
  readonly errcode: number | null;
  readonly errmsg: string;
  readonly rid: string | null;
}

/** A call that did not give what was asked. Its message and fields never hold a secret, token or code. */
export class WechatError extends Error {
  override readonly name = 'WechatError';
  readonly errcode: number | null;
  readonly errmsg: string;
  readonly rid: string | null;

  constructor(
    readonly call: string,
    readonly kind: FaultKind,
    fault: WechatFault,
  ) {
    super(`wechat ${call}: ${kind}, errcode ${String(fault.errcode)}, ${fault.errmsg}`);
    this.errcode = fault.errcode;
    this.errmsg = fault.errmsg;
    this.rid = fault.rid;
  }

  /** Whether asking again later can help. A login or phone code is used up either way. */
  get retryable(): boolean {
    return isTransient(this.kind);
  }
}

const RID = /\brid:\s*([0-9a-f]{8}(?:-[0-9a-f]{8}){2})/i;

/** The request id that WeChat appends to its error texts, or null. */
export function ridOf(errmsg: string): string | null {
  return RID.exec(errmsg)?.[1] ?? null;
}

/** The text with every one of the secrets replaced by `***`. Secrets shorter than 6 characters are not looked for. */
export function maskSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 6)
    .reduce((masked, secret) => masked.split(secret).join('***').split(encodeURIComponent(secret)).join('***'), text);
}
