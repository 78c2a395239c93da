import type { WechatCredentials } from '../configuration';

/** The mini program account that the simulator plays in demo mode. Nothing of it exists at WeChat. */
export const DEMO_CREDENTIALS: WechatCredentials = {
  appId: 'wxdemo0000000000',
  secret: 'demo-secret-of-no-real-account',
  pushToken: 'demo-push-token',
  pushKey: 'demodemodemodemodemodemodemodemodemodemodem',
};
