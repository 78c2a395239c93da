export { DEMO_PHONES, demoAccounts, type DemoAccount } from './demo-accounts';
export { seedSamples } from './sample-seed';
