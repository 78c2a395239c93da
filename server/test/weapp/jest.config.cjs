/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.cjs'),
  rootDir: '../..',
  // WeChat’s template code changes Array and Object of its global object for good.
  testEnvironment: 'node',
  runtime: 'jest-runtime',
  roots: ['<rootDir>/test/weapp'],
  testMatch: ['**/*.weapp-spec.ts'],
};
