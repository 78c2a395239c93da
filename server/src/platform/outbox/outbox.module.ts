import { Global, Module } from '@nestjs/common';
import { Outbox } from './outbox';
import { OutboxDispatcher } from './outbox.dispatcher';
import { OutboxJob } from './outbox.job';
import { OutboxStore } from './outbox.store';

/** The outbox, for every command that leaves something to be done after its commit. */
@Global()
@Module({
  providers: [Outbox, OutboxStore, OutboxDispatcher, OutboxJob],
  exports: [Outbox, OutboxDispatcher],
})
export class OutboxModule {}
