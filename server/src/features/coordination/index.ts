export { CoordinationModule } from './coordination.module';
