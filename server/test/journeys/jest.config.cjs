/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.cjs'),
  rootDir: '../..',
  roots: ['<rootDir>/test/journeys'],
  testMatch: ['**/*.e2e-spec.ts'],
};
