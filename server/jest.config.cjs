/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/kept-packages/environment.cjs',
  runtime: '<rootDir>/test/kept-packages/runtime.cjs',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.http-spec.ts', '**/*.medium-spec.ts'],
  moduleNameMapper: {
    '^@jiannuo/shared/(.*)$': '<rootDir>/../shared/src/$1/index.ts',
    // The one module that is loaded late is named as Node finds it, built.
    '^(\\./commands)\\.js$': '$1',
    '^\\./start-thread$': '<rootDir>/test/children/start-thread.ts',
  },
  globalSetup: '<rootDir>/test/databases.setup.cjs',
  globalTeardown: '<rootDir>/test/databases.teardown.cjs',
  testTimeout: 30_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2022',
        },
      },
    ],
  },
};
