export { HeartbeatJob, OUTAGE_SECONDS } from './heartbeat.job';
export { HeartbeatModule } from './heartbeat.module';
