import { codePointLength, isBlank } from '@jiannuo/shared/kernel';
import { ANSWER_LIMIT } from '@jiannuo/shared/reporting';
import { useState } from 'react';
import { readStored, writeStored } from '../../../platform/storage';

/** What is answered, by the path of its remark, to the return of a version; kept on the device. */
interface Kept {
  readonly version: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** The answers “没有改，原来就对” to the remarks of a return. */
export interface AnswerBook {
  /** What is written so far; undefined where no answer was begun. */
  readonly textOf: (path: string) => string | undefined;
  /** null takes the answer away: it is to be changed after all. */
  readonly write: (path: string, text: string | null) => void;
}

/** The answers to the return of this version. */
export function useAnswers(reportId: string, version: number): AnswerBook {
  const name = `answers/${reportId}`;
  const [texts, setTexts] = useState(() => {
    const kept = readStored<Kept>(name);
    return kept?.version === version ? kept.texts : {};
  });
  return {
    textOf: (path) => texts[path],
    write: (path, text) => {
      const others = Object.entries(texts).filter(([other]) => other !== path);
      const next = Object.fromEntries(text === null ? others : [...others, [path, text]]);
      setTexts(next);
      writeStored(name, { version, texts: next } satisfies Kept);
    },
  };
}

/** Whether an answer can be handed in: it gives its reason, and that is short. */
export function isAnswered(text: string | undefined): text is string {
  return text !== undefined && !isBlank(text) && codePointLength(text) <= ANSWER_LIMIT;
}
