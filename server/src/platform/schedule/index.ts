export { Ticker, type Job } from './ticker';
