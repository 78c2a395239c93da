export { LadderCommands } from './ladder.commands';
export { PriorCirculars } from './prior-circulars';
export { SupervisionModule } from './supervision.module';
