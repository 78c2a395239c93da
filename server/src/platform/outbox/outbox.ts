import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Instant } from '@jiannuo/shared/kernel';
import { Clock, Ids } from '../clock';
import { batchesOf } from '../database';
import { insertMissing } from '../database/insert-missing';
import { runInRequest, type RequestContext } from '../http/request-context';

/** Something to be done after the commit, in words of its topic. */
export interface OutboxMessage {
  readonly topic: string;
  /** Of two messages with the same key only the first is kept; at most 191 characters. One of its own unless told. */
  readonly key?: string;
  /** Plain JSON. */
  readonly payload: unknown;
  /** Not before this instant; at once unless told. */
  readonly dueAt?: Instant;
}

/** A message as its handler gets it. */
export interface HeldMessage {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly createdAt: Instant;
  /** 1 at the first try. */
  readonly attempt: number;
  /** Until then no other dispatcher takes it. */
  readonly heldUntil: Instant;
}

/** What a handler answers: nothing when all is done, or the instant from which it wants the message again. */
export type Handled = { readonly retryAt: Instant } | null;
/** Does what a message asks. It may be called twice for one message, after a crash, and must then do no harm. */
export type OutboxHandler = (payload: unknown, message: HeldMessage) => Promise<Handled>;

/** How a topic is handled. */
export interface TopicOptions {
  /** How many of its messages are in work at once; 4 unless told. With 1 they are handled in the order in which they were left. */
  readonly concurrency?: number;
}

/** A topic with its handler. */
export interface Route {
  readonly topic: string;
  readonly handler: OutboxHandler;
  readonly concurrency: number;
}

const ADDED_AT_ONCE = 200;

/** Messages belong to no request, whoever happened to wake the dispatcher; news has the hour of what it tells. */
export function messageContext(arrivedAt: Instant | null): RequestContext {
  return { requestId: 'outbox', ip: '', arrivedAt, actor: null, idempotency: null, step: 0 };
}

/** Messages that are kept or lost together with the command that left them, and handled at least once after its commit. */
@Injectable()
export class Outbox {
  private readonly routesByTopic = new Map<string, Route>();

  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Leaves a message in the command's transaction. A key that is there already changes nothing. */
  add(tx: EntityManager, message: OutboxMessage): Promise<void> {
    return this.addAll(tx, [message]);
  }

  /** Leaves several messages, in few statements. */
  async addAll(tx: EntityManager, messages: readonly OutboxMessage[]): Promise<void> {
    for (const some of batchesOf(messages, ADDED_AT_ONCE)) {
      await this.insert(tx, some);
    }
  }

  /** Names the one handler of a topic. Messages of a topic without one wait until a server that knows it starts. */
  handle(topic: string, handler: OutboxHandler, options: TopicOptions = {}): void {
    if (this.routesByTopic.has(topic)) throw new Error(`Two handlers for the outbox topic ${topic}.`);
    this.routesByTopic.set(topic, { topic, handler, concurrency: options.concurrency ?? 4 });
  }

  /**
   * As `handle`, for news that is done once told; `id` is the message's, the same at every try. A server tells the news
   * of one topic one after another, and what is told carries the hour at which it happened: of several lines about one
   * record the latest is read, whichever server told it last.
   */
  hear<T>(topic: string, hear: (event: T, id: string) => Promise<void>): void {
    const handler: OutboxHandler = async (payload, { id, createdAt }) => {
      await runInRequest(messageContext(createdAt), () => hear(payload as T, id));
      return null;
    };
    this.handle(topic, handler, { concurrency: 1 });
  }

  /** The topics that this process handles. */
  routes(): readonly Route[] {
    return [...this.routesByTopic.values()];
  }

  private async insert(tx: EntityManager, messages: readonly OutboxMessage[]): Promise<void> {
    const now = this.clock.now();
    const rows = messages.map((message) => {
      const id = this.ids.next();
      return {
        id,
        topic: message.topic,
        dedupe_key: message.key ?? `${message.topic}:${id}`,
        payload: JSON.stringify(message.payload ?? null),
        state: 'waiting',
        due_at: message.dueAt ?? now,
        attempts: 0,
        created_at: now,
      };
    });
    await insertMissing(tx, 'outbox_message', rows);
  }
}
