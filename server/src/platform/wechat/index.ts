export {
  ERROR_TABLE,
  isTransient,
  meaningOf,
  type ErrorMeaning,
  type FaultKind,
  type LedgerEffect,
} from './port/error-table';
export type { QrCodeImage, QrCodeOrder } from './port/qr-code';
export { BACK_OFF_MS, retryAt, type RetryReason } from './port/retry-plan';
export type { RefusalReason, SendOutcome } from './port/send-outcome';
export { MemoryTokenStore, type StoredToken, type TokenStore, type WechatClock } from './port/token-source';
export type { WechatLog, WechatLogEntry } from './port/wechat-call';
export {
  WechatClient,
  type MiniprogramState,
  type SendOrder,
  type WechatClientParts,
  type WechatIdentity,
  type WechatPhone,
} from './port/wechat-client';
export { WechatError, type WechatFault } from './port/wechat-error';
export { composeMessage, type ComposedMessage } from './templates/compose-message';
export { cutThing, fitsField, fitsFieldType } from './templates/field-rules';
export { SAMPLE_TEMPLATES } from './templates/sample-templates';
export { fieldsOf, grantKindOf, type TemplateContract, type TemplateField } from './templates/template-contract';
export { faultsOfTemplateFile, templateFor, type TemplateFile } from './templates/template-file';
export { isAcceptance, readSubscriptionEvents, type SubscriptionEvent } from './push/push-event';
export { PushReceiver, type PushQuery, type PushReceiverParts } from './push/push-receiver';
export { sealedReply, TAKEN, type PushReply } from './push/push-reply';
export { MemoryReplayStore, type ReplayStore } from './push/replay-guard';
export { DEMO_CREDENTIALS } from './demo-account';
export { WechatModule } from './wechat.module';
