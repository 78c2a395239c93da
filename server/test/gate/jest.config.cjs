/** @type {import('jest').Config} */
module.exports = {
  ...require('../../jest.config.cjs'),
  rootDir: '../..',
  roots: ['<rootDir>/test/gate'],
  testMatch: ['**/*.gate-spec.ts'],
};
