export { BurdenModule } from './burden.module';
