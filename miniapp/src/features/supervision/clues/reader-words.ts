import type { NoticeReader } from '@jiannuo/shared/supervision';

/** Who of the named persons may read it now. */
export function presentReaders(readers: readonly NoticeReader[]): readonly NoticeReader[] {
  return readers.filter(({ isInPost }) => isInPost);
}

/** Who left his post, and was not followed by anybody yet. */
export function goneReaders(readers: readonly NoticeReader[]): readonly NoticeReader[] {
  return readers.filter(({ isInPost, successor }) => !isInPost && successor === null);
}

/** The named persons in one line, with those who left and who followed them. */
export function readersWords(readers: readonly NoticeReader[]): string {
  return readers
    .map(({ name, isInPost, successor }) => {
      if (isInPost) return name;
      return `${name}（已不在岗${successor === null ? '' : `，由${successor}接替`}）`;
    })
    .join('、');
}
