export { HealthController } from './health.controller';
export { Outages, type Outage } from './outages';
