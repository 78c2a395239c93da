export { HealthController } from './health.controller';
export { Heartbeat, HEARTBEAT_SECONDS } from './heartbeat';
export { Outages, type Outage } from './outages';
