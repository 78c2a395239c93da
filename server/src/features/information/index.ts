export { CreditQueries } from './credit.queries';
export { InformationModule } from './information.module';
export { PublishedMonths } from './published-months';
export { ReviewedMonths, type MovedMonths } from './reviewed-months';
