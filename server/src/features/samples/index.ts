export { DEMO_PHONES, demoAccounts, type DemoAccount } from './demo-accounts';
export { samplePeopleOf, type SamplePerson } from './sample-people';
export { seedSamples, type SeededGroup, type SeedHistory, type SeedParts } from './sample-seed';
