export { Outages, type Outage } from './outages';
