export { Log } from './log';
