import { diffContent, valueWords } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copyText } from '../../../platform/device/clipboard';
import { whySessionEnded } from '../../../platform/session/token';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { showToast } from '../../../ui/overlay/toast';
import { allKeptDrafts } from '../draft/unsent';

function leftWords(): readonly string[] {
  if (whySessionEnded()?.code !== 'session.post-ended') return [];
  return allKeptDrafts()
    .flatMap(({ base, content }) => diffContent(base, content))
    .flatMap(({ to }) => valueWords(to) ?? [])
    .filter((words) => words !== '');
}

/**
 * What somebody had typed who was replaced in the middle of it: it is on this device only, where neither he nor his
 * successor can reach it any more, so it is shown to be copied.
 */
export function LeftWords() {
  const [words] = useState(leftWords);
  if (words.length === 0) return null;
  const copy = async () => {
    showToast((await copyText(words.join('\n'))) ? '复制好了' : '没复制上，请长按选字');
  };
  return (
    <Card>
      <View className="t-body is-bold c-soon">{`您改的${String(words.length)}处没来得及存，只在这台设备上。`}</View>
      <View className="t-s c-ink-2">要留给接任的人，请先复制下来。</View>
      {words.map((text) => (
        <View key={text} className="below-2 t-body t-reading">
          {text}
        </View>
      ))}
      <View className="below-2">
        <Button look="weak" isBlock onPress={() => void copy()}>
          复制
        </Button>
      </View>
    </Card>
  );
}
