import { Global, Module, type Provider } from '@nestjs/common';
import { Clock } from '../clock';
import { Configuration } from '../configuration';
import { DEMO_CREDENTIALS, PushReceiver } from '../wechat';
import { CallList, CallResults } from './call-list';
import { ConsentCommands } from './consent.commands';
import { ConsentLedger } from './consent.ledger';
import { ConsentQueries } from './consent.queries';
import { Courier, CourierSettings, CourierWorld } from './courier';
import { DeliveryCommands } from './delivery.commands';
import { DeliveryEnds } from './delivery.ends';
import { DeliveryReader, DeliveryWorld } from './delivery.reader';
import { AttemptStarts, DeliveryStarts } from './delivery.starts';
import { DeliveryStates } from './delivery.states';
import { HandledPushes } from './handled-pushes';
import { ConsentController } from './http/consent.controller';
import { InboxController } from './http/inbox.controller';
import { WechatCallbackController } from './http/wechat-callback.controller';
import { InboxClaims } from './inbox.claims';
import { InboxCommands } from './inbox.commands';
import { InboxQueries } from './inbox.queries';
import { ReachedCallQueries } from './reached-calls.queries';
import { RecipientLookup } from './recipient-lookup';
import { LogOnlySms, SmsPort } from './sms-port';
import { StrayDeliveriesJob } from './stray-deliveries.job';
import { SubjectKinds } from './subject-kinds';
import { SentEvents, SubscriptionEvents } from './subscription-events';
import { loadTemplates } from './template-loading';
import { MessageTemplates } from './templates';
import { WecomJob } from './wecom.job';
import { WecomRobot } from './wecom-robot';

const WECOM_BASE_URL = 'https://qyapi.weixin.qq.com';
const WECOM_TIMEOUT = 8_000;
/** Messages on their way to WeChat at once; far below what it allows, and plenty for a city. */
const CONCURRENCY = 20;
const OUTSIDE: Provider[] = [
  { provide: SmsPort, useClass: LogOnlySms },
  { provide: CourierSettings, useValue: new CourierSettings(CONCURRENCY) },
  { provide: MessageTemplates, useFactory: loadTemplates, inject: [Configuration] },
  {
    provide: WecomRobot,
    inject: [Configuration],
    useFactory: (configuration: Configuration) =>
      new WecomRobot({ baseUrl: WECOM_BASE_URL, key: configuration.wecomRobotKey, fetch, timeoutMs: WECOM_TIMEOUT }),
  },
  {
    provide: PushReceiver,
    inject: [Configuration, Clock, HandledPushes, SubscriptionEvents],
    useFactory: receiverFor,
  },
];

const OPEN_TO_OTHERS = [
  CallList,
  CallResults,
  ConsentQueries,
  DeliveryCommands,
  InboxClaims,
  InboxCommands,
  MessageTemplates,
  ReachedCallQueries,
  SubjectKinds,
];

/** Inbox, ledger of grants, deliveries and call list, and the address that WeChat pushes to. */
@Global()
@Module({
  controllers: [InboxController, ConsentController, WechatCallbackController],
  providers: [
    ...OUTSIDE,
    AttemptStarts,
    CallList,
    CallResults,
    ConsentCommands,
    ConsentLedger,
    ConsentQueries,
    Courier,
    CourierWorld,
    DeliveryCommands,
    DeliveryEnds,
    DeliveryReader,
    DeliveryStarts,
    DeliveryStates,
    DeliveryWorld,
    HandledPushes,
    InboxClaims,
    InboxCommands,
    InboxQueries,
    ReachedCallQueries,
    RecipientLookup,
    SentEvents,
    StrayDeliveriesJob,
    SubjectKinds,
    SubscriptionEvents,
    WecomJob,
  ],
  exports: OPEN_TO_OTHERS,
})
export class NotificationsModule {}

function receiverFor(
  configuration: Configuration,
  clock: Clock,
  replays: HandledPushes,
  events: SubscriptionEvents,
): PushReceiver {
  const { appId, pushToken, pushKey } = configuration.wechat ?? DEMO_CREDENTIALS;
  const account = { appId, token: pushToken, encodingAesKey: pushKey };
  return new PushReceiver({ ...account, clock, replays, handle: (kept) => events.keep(kept) });
}
