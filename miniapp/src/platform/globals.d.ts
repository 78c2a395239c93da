/** Set by the build, see config/index.ts. */
declare const SERVER_ADDRESS: string;

/**
 * Whether this build runs in a browser; otherwise it runs inside WeChat. The build writes the value in, so that the other
 * side's code, and what only it imports, is dropped.
 */
declare const IS_BROWSER: boolean;

declare namespace NodeJS {
  interface ProcessEnv {
    readonly TARO_ENV?: 'weapp' | 'h5';
  }
}

declare module '*.scss';
