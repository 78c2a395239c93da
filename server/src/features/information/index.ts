export { CreditQueries } from './credit.queries';
export { InformationModule } from './information.module';
export { MonthRules } from './month-rules';
export { PublishedMonths } from './published-months';
