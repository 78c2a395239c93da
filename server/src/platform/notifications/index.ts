export { CallList, CallResults } from './call-list';
export { callReasonWords } from './call-reason.words';
export { ConsentQueries } from './consent.queries';
export { DeliveryCommands, type DeliveryOrder } from './delivery.commands';
export { InboxCommands, type NewNotice } from './inbox.commands';
export { NotificationsModule } from './notifications.module';
export { RecipientDirectory } from './recipients';
export { SubjectKinds, type Letter, type SubjectKind } from './subject-kinds';
export type { MessageFacts } from './template-filling';
