export { HealthController } from './health.controller';
export { Outages } from './outages';
export { WriteProbe } from './write-probe';
