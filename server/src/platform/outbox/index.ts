export { GroupCommit } from './group-commit';
export { Outbox, type Handled, type HeldMessage } from './outbox';
export { OutboxDispatcher } from './outbox.dispatcher';
export { OutboxModule } from './outbox.module';
