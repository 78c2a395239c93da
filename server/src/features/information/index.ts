export { CreditQueries } from './credit.queries';
export { InformationModule } from './information.module';
export { PublishedMonths, type PublishedMonthReader } from './published-months';
