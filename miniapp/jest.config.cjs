const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2022',
      transform: { react: { runtime: 'automatic' } },
    },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'jsdom',
  globals: { IS_BROWSER: false, SERVER_ADDRESS: '' },
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  transform: { '^.+\\.tsx?$': swc },
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  moduleNameMapper: {
    '^@jiannuo/shared/(.*)$': '<rootDir>/../shared/src/$1/index.ts',
    '^@tarojs/components$': '<rootDir>/test/taro-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/taro.ts',
    '\\.s?css$': 'identity-obj-proxy',
  },
};
