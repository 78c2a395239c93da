import { formatMoment } from '@jiannuo/shared/kernel';
import { describePath, type ReportVersionView, type ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../../platform/clock';
import { deviceName } from '../../../platform/device/device-name';
import { Card } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { Pressable } from '../../../ui/pressable/pressable';
import { sideWords } from '../conflict/choose';
import { forgetKeptDraft, readKeptDraft, unsentChanges } from '../draft/unsent';
import { LostTextPart, type LostText } from '../versions/lost-text';
import { keepUnchosen } from '../versions/unchosen';

interface UnsentText extends LostText {
  readonly path: string;
}

function unsentTexts({ id, form }: ReportView, { content }: ReportVersionView): readonly UnsentText[] {
  const kept = readKeptDraft(id);
  if (kept === null) return [];
  return unsentChanges(kept, content).map(({ path, to }) => {
    const { heading, place, field } = describePath(path, kept.content, form);
    const words = sideWords(to);
    return { id: path, path, place: factsInLine(heading, place, field), device: deviceName(), at: kept.keptAt, words };
  });
}

/** What was written here while another device handed in: said in a sentence, shown whole, and dropped only on request. */
export function UnsentTexts({ report, version }: { readonly report: ReportView; readonly version: ReportVersionView }) {
  const [texts, setTexts] = useState(() => unsentTexts(report, version));
  if (texts.length === 0) return null;
  const way = report.actions.includes('withdraw') ? '要用请撤回修改。' : '要用请先复制下来。';
  const drop = () => {
    texts.forEach(({ path, words, device }) => {
      keepUnchosen(report.id, { path, words, device });
    });
    forgetKeptDraft(report.id);
    setTexts([]);
  };
  return (
    <Card>
      <View className="t-body is-bold c-soon" {...(IS_BROWSER ? { role: 'status' } : {})}>
        {`${formatMoment(version.submittedAt, now())}已交，这里改的${String(texts.length)}处没交上去。`}
      </View>
      <View className="unsent-way t-s c-ink-2">{way}</View>
      {texts.map((text) => (
        <LostTextPart key={text.id} text={text} />
      ))}
      <Pressable className="text-link t-s c-brand" label="没交上去的不用了" onPress={drop}>
        不用了
      </Pressable>
    </Card>
  );
}
