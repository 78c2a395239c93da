import { Text } from '@tarojs/components';
import type { ReactNode } from 'react';
import './row.scss';

/** 督办单〔2022〕3号: how a notice is cited; a blank after it stays with it, so that no line begins with one. */
const NUMBER = /([\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号\u3000?)/;

/** Words in which the number of a notice never breaks over two lines. */
export function unbroken(words: ReactNode): ReactNode {
  if (typeof words !== 'string' || !NUMBER.test(words)) return words;
  return words.split(NUMBER).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <Text key={part} className="unbroken">
        {part}
      </Text>
    ),
  );
}
