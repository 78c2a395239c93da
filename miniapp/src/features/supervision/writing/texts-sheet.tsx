import { formatMoment } from '@jiannuo/shared/kernel';
import type { NoticeKind, NoticeText, NoticeView } from '@jiannuo/shared/supervision';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { Button } from '../../../ui/button/button';
import { factsInLine } from '../../../ui/ideographic-space';
import { Sheet } from '../../../ui/overlay/dialog';
import { Answered } from '../../../ui/state/state-view';
import { useTexts } from '../api/load-texts.api';
import { DifferenceList } from './difference-list';
import { differencesOf } from './notice-differences';

/** The way to every text that a notice had, where it had more than one. */
export function TextsLink({ notice }: { readonly notice: NoticeView }) {
  const [isOpen, setIsOpen] = useState(false);
  if ((notice.history.at(-1)?.version ?? 0) < 2) return null;
  return (
    <>
      <Button
        look="link"
        onPress={() => {
          setIsOpen(true);
        }}
      >
        看每一稿改了什么
      </Button>
      {isOpen ? (
        <Sheet
          title="每一稿改了什么"
          onClose={() => {
            setIsOpen(false);
          }}
        >
          <Texts notice={notice} />
        </Sheet>
      ) : null}
    </>
  );
}

function Texts({ notice }: { readonly notice: NoticeView }) {
  const query = useTexts(notice.id);
  return (
    <Answered query={query}>
      {({ texts }) => (
        <>
          {texts.slice(1).map((text, index) => (
            <Change key={text.version} kind={notice.kind} before={texts[index]} after={text} />
          ))}
        </>
      )}
    </Answered>
  );
}

interface ChangeProps {
  readonly kind: NoticeKind;
  readonly before: NoticeText | undefined;
  readonly after: NoticeText;
}

function Change({ kind, before, after }: ChangeProps) {
  if (before === undefined) return null;
  const differences = differencesOf(kind, before, after);
  return (
    <View className="look-note">
      <View className="t-s c-ink-2">
        {factsInLine(`第${String(after.version)}稿`, after.by, formatMoment(after.at, now()))}
      </View>
      {differences.length === 0 ? <View className="t-body">文字没有变。</View> : null}
      <DifferenceList
        differences={differences}
        before={`第${String(before.version)}稿`}
        after={`第${String(after.version)}稿`}
      />
    </View>
  );
}
