export { FindingRecords } from './finding.records';
export { SpotCheckQueries } from './spot-check.queries';
export { SpotChecksModule } from './spot-checks.module';
