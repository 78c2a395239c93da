export { HealthController } from './health.controller';
export { Outages } from './outages';
