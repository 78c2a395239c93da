declare module 'miniprogram-compiler' {
  /** A program that, given `(global, window)`, returns `$gwx`. */
  export function wxmlToJs(folder: string, options?: { readonly maxBuffer?: number }): string;
  /** A program that returns a function from a style file to its installer. */
  export function wxssToJs(folder: string, options?: { readonly maxBuffer?: number }): string;
}
