export { ASSUMPTIONS, readingsOf, type AssumptionId, type Profile, type Readings } from './assumptions';
export type { EventDelivery, EventDispatcher, EventManner } from './callback/event-dispatcher';
export type {
  SimulatedApp,
  SimulatedCallback,
  SimulatedPages,
  SimulatedUser,
  SimulatorClock,
  SimulatorOptions,
} from './options';
export { startSimulator, type Simulator } from './start-simulator';
export type { FaultOrder, ScriptedFault } from './state/fault-script';
export type { MessageLine, ReceivedMessage } from './state/mailbox';
export type { SimulatorState } from './state/simulator-state';
