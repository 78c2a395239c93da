/** Whether this build runs in a browser; otherwise it runs inside WeChat. The other side's code is dropped by the build. */
export const IS_BROWSER = process.env.TARO_ENV === 'h5';
