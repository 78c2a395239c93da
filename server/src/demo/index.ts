export { prepareDemo, type PreparedDemo } from './prepare-demo';
