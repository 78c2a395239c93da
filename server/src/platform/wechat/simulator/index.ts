export { startSimulator, type Simulator } from './start-simulator';
export type { MessageLine } from './state/mailbox';
