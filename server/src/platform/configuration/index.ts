export { Configuration, ConfigurationError } from './configuration';
export type { DatabaseAddress, WechatCredentials } from './configuration';
