import { join } from 'node:path';
import {
  Global,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { AttachmentOpening, Attachments, AttachmentsController, FileStore } from './attachments';
import { Audit, AuditChain } from './audit';
import { Clock, Ids, Randomness } from './clock';
import { Configuration } from './configuration';
import { Database, IdempotencyRecords, Leases, StoredValues, Transactions } from './database';
import { Downloads, DownloadsController } from './downloads';
import { HealthController, Outages, WriteProbe } from './health';
import { DEFAULT_LIMITS, RequestBudgets, SiteController, type RequestLimits } from './http';
import { AccessGuard, Sessions } from './identity';
import { Log } from './logging';
import { registerPlatformJobs } from './platform.jobs';
import { Ticker } from './schedule';
import { Watermarks } from './watermark';

/** What the outside gives the platform: everything that differs between production, demo and tests. */
export interface PlatformParts {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly randomness: Randomness;
  readonly dataSource: DataSource;
  readonly log: Log;
  readonly limits?: RequestLimits;
}

/** Everything below the features, once for the whole server. */
@Global()
@Module({})
export class PlatformModule implements BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly ticker: Ticker,
    private readonly dataSource: DataSource,
  ) {}

  static with(parts: PlatformParts): DynamicModule {
    const services = [...given(parts), ...built(parts)];
    return {
      module: PlatformModule,
      controllers: [HealthController, SiteController, AttachmentsController, DownloadsController],
      providers: [...services, { provide: APP_GUARD, useClass: AccessGuard }],
      exports: services.map(tokenOf),
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.ticker.stop();
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

function given(parts: PlatformParts): Provider[] {
  return [
    { provide: Configuration, useValue: parts.configuration },
    { provide: Clock, useValue: parts.clock },
    { provide: Ids, useValue: parts.ids },
    { provide: Randomness, useValue: parts.randomness },
    { provide: DataSource, useValue: parts.dataSource },
    { provide: Log, useValue: parts.log },
  ];
}

function built(parts: PlatformParts): Provider[] {
  const { clock, ids, randomness, log } = parts;
  const database = new Database(parts.dataSource);
  const transactions = new Transactions(database, new IdempotencyRecords(database, clock, ids), clock, randomness);
  const values = new StoredValues(database, clock);
  const sessions = new Sessions(database, transactions, clock, { ids, randomness });
  const chain = new AuditChain(database, transactions, values, log);
  const audit = new Audit(clock, ids);
  const files = new FileStore(join(parts.configuration.dataDirectory, 'attachments'));
  const watermarks = new Watermarks();
  const attachments = new Attachments({ database, transactions, audit, clock, ids, files, watermarks });
  const ticker = new Ticker(clock, log);
  registerPlatformJobs(ticker, { chain, sessions, transactions, attachments });
  return [
    database,
    transactions,
    values,
    sessions,
    chain,
    ticker,
    new Leases(database, transactions, clock, randomness),
    audit,
    attachments,
    new AttachmentOpening({ attachments, watermarks, transactions, audit, clock }),
    new Downloads(database, transactions, audit),
    new Outages(database, ids),
    new WriteProbe(transactions, clock),
    new RequestBudgets(parts.limits ?? DEFAULT_LIMITS),
  ].map((service) => ({ provide: service.constructor, useValue: service }));
}

function tokenOf(provider: Provider): NonNullable<DynamicModule['exports']>[number] {
  return typeof provider === 'function' ? provider : (provider.provide as symbol);
}
