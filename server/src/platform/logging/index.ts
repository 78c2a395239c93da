export { blotOut } from './blot-out';
export { Log } from './log';
export { nestLogger } from './nest-log';
