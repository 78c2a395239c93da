/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.cjs'),
  rootDir: '../..',
  testEnvironment: 'node',
  runtime: 'jest-runtime',
  roots: ['<rootDir>/test/journeys'],
  testMatch: ['**/*.e2e-spec.ts'],
};
