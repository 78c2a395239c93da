import { Global, Module } from '@nestjs/common';
import { Clock } from '../clock';
import { Configuration } from '../configuration';
import { StoredValues, Transactions } from '../database';
import { Log } from '../logging';
import { DEMO_CREDENTIALS } from './demo-account';
import { WechatClient } from './port/wechat-client';
import { StoredTokens } from './stored-tokens';

/** WeChat for the whole server: the real host, or in demo mode the simulator at WECHAT_BASE_URL. */
@Global()
@Module({
  providers: [
    {
      provide: WechatClient,
      useFactory: wechatClient,
      inject: [Configuration, Clock, StoredValues, Transactions, Log],
    },
  ],
  exports: [WechatClient],
})
export class WechatModule {}

// Nest hands over what `inject` names, one parameter each.
function wechatClient(...parts: [Configuration, Clock, StoredValues, Transactions, Log]): WechatClient {
  const [configuration, clock, values, transactions, log] = parts;
  const { appId, secret } = configuration.wechat ?? DEMO_CREDENTIALS;
  return new WechatClient({
    baseUrl: baseUrlOf(configuration),
    appId,
    secret,
    fetch,
    clock,
    tokenStore: new StoredTokens(values, transactions),
    tokenInQuery: true,
    log: ({ level, ...entry }) => log[level]({ ...entry }, 'wechat'),
  });
}

/** In demo mode nothing may leave this machine, whatever the environment says. */
function baseUrlOf({ isDemo, wechatBaseUrl }: Configuration): string {
  if (!isDemo || /^http:\/\/(127\.0\.0\.1|localhost):\d+$/.test(wechatBaseUrl)) return wechatBaseUrl;
  return NOBODY;
}

/** The discard port of this machine: nobody answers there. */
const NOBODY = 'http://127.0.0.1:9';
