export { Log } from './log';
export { nestLogger } from './nest-log';
