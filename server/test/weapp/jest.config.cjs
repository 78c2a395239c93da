/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.cjs'),
  rootDir: '../..',
  roots: ['<rootDir>/test/weapp'],
  testMatch: ['**/*.weapp-spec.ts'],
};
