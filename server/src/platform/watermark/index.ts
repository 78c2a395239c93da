export type { MarkableKind } from './marked-file';
export { Watermarks } from './watermarks';
