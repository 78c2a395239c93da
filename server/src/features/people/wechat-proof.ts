import { Injectable } from '@nestjs/common';
import { normalisePhone } from '@jiannuo/shared/people';
import { DomainError, RequestError } from '../../platform/http';
import { WechatClient, WechatError, type QrCodeImage } from '../../platform/wechat';
import { MiniProgram } from './mini-program';

/** Asks WeChat who somebody is, and says in our words what went wrong. Nothing a person entered is lost by it. */
@Injectable()
export class WechatProof {
  constructor(
    private readonly wechat: WechatClient,
    private readonly miniProgram: MiniProgram,
  ) {}

  /** The account behind a login code. Throws `sign-in.code-bad`, `sign-in.blocked`, `sign-in.wechat-down`. */
  async account(code: string): Promise<{ readonly appId: string; readonly openId: string }> {
    try {
      const { openid } = await this.wechat.code2Session(code);
      return { appId: this.miniProgram.appId, openId: openid };
    } catch (failure) {
      throw refusalFor(failure, 'sign-in.code-bad');
    }
  }

  /** The mainland number behind a phone code. Throws `sign-in.phone-code-bad`, `sign-in.phone-foreign`, `sign-in.wechat-down`. */
  async phone(code: string): Promise<string> {
    const phone = await this.wechat.phoneNumber(code).catch((failure: unknown) => {
      throw refusalFor(failure, 'sign-in.phone-code-bad');
    });
    const normalised = normalisePhone(phone.national);
    if (phone.countryCode !== '86' || !normalised.ok) throw DomainError.invalid('sign-in.phone-foreign');
    return normalised.value;
  }

  /** The mini program code that opens `page` with `scene`. Throws `desktop.no-code`. */
  async qrCode(page: string, scene: string): Promise<QrCodeImage> {
    try {
      return await this.wechat.qrCodeUnlimited({ page, scene });
    } catch (failure) {
      if (failure instanceof WechatError) throw RequestError.of(503, 'desktop.no-code');
      throw failure;
    }
  }
}

function refusalFor(failure: unknown, whenCodeIsBad: string): unknown {
  if (!(failure instanceof WechatError)) return failure;
  if (failure.kind === 'bad-code' || failure.kind === 'used-code') return DomainError.invalid(whenCodeIsBad);
  if (failure.kind === 'blocked-user') return DomainError.forbidden('sign-in.blocked');
  return RequestError.of(503, 'sign-in.wechat-down');
}
