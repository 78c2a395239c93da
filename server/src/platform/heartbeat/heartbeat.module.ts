import { Module } from '@nestjs/common';
import { HeartbeatJob } from './heartbeat.job';

/** Measures when the platform itself was down. */
@Module({ providers: [HeartbeatJob] })
export class HeartbeatModule {}
