import { formatDue } from '@jiannuo/shared/kernel';
import { clauseOf, ruleOf, type NoticeKind } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { beijingToday, now } from '../../platform/clock';
import type { NoticeWords } from './notice-differences';
import { ANSWER_WORDS, partyFacts } from './supervision-words';

interface PaperProps {
  readonly kind: NoticeKind;
  /** What it says, with the names of its units. */
  readonly words: Required<NoticeWords>;
  /** In whose name it goes out. */
  readonly issuer: string;
}

/** The paper that comes of a draft: what its units will read, in the words of the record. */
export function NoticePaper({ kind, words, issuer }: PaperProps) {
  const { title } = ruleOf(kind);
  const year = beijingToday().slice(0, 4);
  return (
    <>
      <View className="paper-note t-xs c-ink-2">发出去的样子，边写边变</View>
      <View className="paper">
        <View className="paper-issuer">{issuer}</View>
        <View className="paper-number">
          {`${title}〔${year}〕`}
          <View className="paper-gap">签发时定</View>号
        </View>
        <View className="paper-rule" />
        <View className="paper-title">{title}</View>
        <View className="paper-table">
          <Lines kind={kind} words={words} />
        </View>
        <View className="paper-sign">
          <View>{issuer}</View>
          <View className="paper-gap">签发当天</View>
        </View>
      </View>
    </>
  );
}

function Lines({ kind, words }: Omit<PaperProps, 'issuer'>) {
  const { content, parties, accused } = words;
  const { fields } = ruleOf(kind);
  const addressed = partyFacts(parties, content.answer);
  const isDue = content.answer === 'feedback' || content.answer === 'material';
  const files = content.evidence.map(({ title }) => title).join('、');
  return (
    <>
      <Line label="事项" text={content.title} />
      {addressed.length === 0 ? <Line label="发给" text="" gap="还没选" /> : null}
      {addressed.map(({ label, names }) => (
        <Line key={label} label={label} text={names} />
      ))}
      {accused.length === 0 ? null : <Line label="责任单位" text={accused.join('、')} />}
      <Line label="依据" text={clauseOf(kind, content.ground)} />
      {fields.map(({ code, label, isRequired }) => {
        const text = content.fields[code] ?? '';
        return isRequired || text !== '' ? <Line key={code} label={label} text={text} /> : null;
      })}
      <Line label="要求" text={content.requirement} />
      <Line label="要单位" text={ANSWER_WORDS[content.answer]} />
      {isDue ? (
        <Line label="反馈" text={content.dueAt === null ? '' : formatDue(content.dueAt, now())} gap="还没选" />
      ) : null}
      {files === '' ? null : <Line label="附件" text={files} />}
    </>
  );
}

interface LineProps {
  readonly label: string;
  readonly text: string;
  /** What stands in its place while there is nothing. */
  readonly gap?: string;
}

function Line({ label, text, gap = '还没写' }: LineProps) {
  const words: ReactNode = text.trim() === '' ? <View className="paper-gap">{gap}</View> : text;
  return (
    <View className="paper-line">
      <View className="paper-label">{label}</View>
      <View className="paper-text">{words}</View>
    </View>
  );
}
