/** Set by the build, see config/index.ts. */
declare const SERVER_ADDRESS: string;

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5';
  }
}

declare module '*.scss';
