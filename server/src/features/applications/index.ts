export { ApplicationQueries } from './application.queries';
export { ApplicationsModule } from './applications.module';
export { ClosedYears } from './closed-years';
