import type { Paper, PaperLine } from '@jiannuo/shared/supervision';
import { formatWhole } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Heading } from '../../../ui/heading/heading';
import { Icon } from '../../../ui/icon/icon';
import { Pressable } from '../../../ui/pressable/pressable';
import './notice-paper.scss';

/** A list of names longer than this is folded, and how many of it stand there then. */
const MOST_NAMED = 60;
const NAMED = 20;

/** A notice as the official paper that goes out: white with black and red on it, whatever the scheme of the screen. */
export function NoticePaper({ paper }: { readonly paper: Paper }) {
  const { issuer, number, numberStart, title, lines, isConfidential } = paper;
  return (
    <View className="paper">
      {isConfidential ? <View className="paper-secret">限知悉人员阅</View> : null}
      <View className="paper-issuer">{issuer}</View>
      <View className="paper-number">
        {numberStart}
        {number === null ? <View className="paper-gap">签发时定</View> : String(number)}号
      </View>
      <View className="paper-rule" />
      <View className={`paper-title ${title.length > 5 ? 'is-long' : ''}`}>{title}</View>
      <View className="paper-table">
        {lines.map((line) => (
          <Line key={line.label} {...line} />
        ))}
      </View>
      <Ending {...paper} />
    </View>
  );
}

/** A text of the paper: what names very many units is folded on the screen, to be unfolded where it stands. */
function PaperText({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  const names = text.split('、');
  if (isWhole || names.length <= MOST_NAMED) return <View>{text}</View>;
  return (
    <View className="paper-names">
      {`${names.slice(0, NAMED).join('、')}……`}
      <Button
        look="link"
        onPress={() => {
          setIsWhole(true);
        }}
      >
        {`看全部${formatWhole(String(names.length))}家`}
      </Button>
    </View>
  );
}

function Line({ label, texts, gap }: PaperLine) {
  return (
    <View className="paper-line">
      <View className="paper-label">{label}</View>
      <View className="paper-text">
        {texts.length === 0 && gap !== '' ? <View className="paper-gap">{gap}</View> : null}
        {texts.map((text, index) => (
          <PaperText key={String(index)} text={text} />
        ))}
      </View>
    </View>
  );
}

/** What stands under the table: what goes with it, who signs and when, who gets a copy. */
function Ending({ attachments, signers, date, copies }: Paper) {
  return (
    <>
      {attachments.length === 0 ? null : (
        <View className="paper-attachments">
          <View>附件：</View>
          <View className="grow">
            {attachments.map((name, index) => (
              <View key={String(index)}>{attachments.length === 1 ? name : `${String(index + 1)}. ${name}`}</View>
            ))}
          </View>
        </View>
      )}
      <View className="paper-sign">
        <View className="paper-signers">
          {signers.map((signer) => (
            <View key={signer}>{signer}</View>
          ))}
          <View>{date ?? <View className="paper-gap">签发当天</View>}</View>
        </View>
      </View>
      {copies === '' ? null : (
        <View className="paper-copies">
          <View>抄送：</View>
          <View className="grow">
            <PaperText text={`${copies}。`} />
          </View>
        </View>
      )}
    </>
  );
}

interface FoldProps {
  readonly paper: Paper;
  /** 发出去的样子 while it is on its way, 正式文本 once it is out. */
  readonly title: string;
  /** Whoever is to judge the paper has it before him. */
  readonly isOpenAtFirst?: boolean;
}

/** The paper of a record behind a line of it, to be unfolded where it stands. */
export function PaperFold({ paper, title, isOpenAtFirst = false }: FoldProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <Card fit="rows" className="paper-fold">
      <Heading level={2}>
        <Pressable
          className="paper-head"
          isExpanded={isOpen}
          onPress={() => {
            setIsOpen(!isOpen);
          }}
        >
          <Icon name="file" className="c-ink-2" />
          <View className="grow gap-2 t-strong">{title}</View>
          <Icon name={isOpen ? 'up' : 'down'} className="c-ink-3" />
        </Pressable>
      </Heading>
      {isOpen ? (
        <View className="paper-ground">
          <NoticePaper paper={paper} />
        </View>
      ) : null}
    </Card>
  );
}
