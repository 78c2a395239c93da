import { formatMoment } from '@jiannuo/shared/kernel';
import { describePath, type ReportView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { now } from '../../../platform/clock';
import { copyText } from '../../../platform/device/clipboard';
import { kindOfDeviceNamed } from '../../../platform/device/device-name';
import { Card, Footnote, GroupTitle } from '../../../ui/card/card';
import { factsInLine } from '../../../ui/ideographic-space';
import { showToast } from '../../../ui/overlay/toast';
import { Pressable } from '../../../ui/pressable/pressable';
import { Answered } from '../../../ui/state/state-view';
import { useDraftHistory } from '../api/load-draft-history.api';
import { unchosenOf } from './unchosen';

interface LostText {
  readonly id: string;
  readonly place: string;
  readonly device: string;
  readonly at: string;
  readonly words: string;
}

/** What this device kept, in the words of the form. */
function keptHere(report: ReportView): readonly LostText[] {
  return unchosenOf(report.id).map(({ path, words, device, at }) => {
    const { heading, place, field } = describePath(path, report.draft.content, report.form);
    return { id: `${at} ${path}`, place: factsInLine(heading, place, field), device, at, words };
  });
}

async function copy(words: string): Promise<void> {
  showToast((await copyText(words)) ? '复制好了' : '没复制上，请长按选字');
}

function Lost({ text }: { readonly text: LostText }) {
  return (
    <View className="reading-part">
      <View className="row between">
        <View className="t-s is-bold c-ink-2 grow">{text.place}</View>
        <Pressable className="text-link t-s c-brand" label={`复制${text.place}`} onPress={() => void copy(text.words)}>
          复制
        </Pressable>
      </View>
      <View className="t-s c-ink-2">{factsInLine(kindOfDeviceNamed(text.device), formatMoment(text.at, now()))}</View>
      <View className="t-body t-reading reading-text">{text.words}</View>
    </View>
  );
}

/** 历次改动: what was typed and not chosen, to be copied back when it is wanted after all. */
export function DraftHistory({ report }: { readonly report: ReportView }) {
  const query = useDraftHistory(report.id);
  return (
    <Answered query={query}>
      {({ rows }) => {
        const fromServer = rows.map(({ id, heading, place, field, device, at, words }) => ({
          id,
          place: factsInLine(heading, place, field),
          device,
          at,
          words: words ?? '（删去）',
        }));
        const isOnServer = (text: LostText) =>
          fromServer.some(({ place, words }) => place === text.place && words === text.words);
        const here = keptHere(report).filter((text) => !isOnServer(text));
        const all = [...here, ...fromServer].sort((a, b) => (a.at < b.at ? 1 : -1));
        if (all.length === 0) return null;
        return (
          <>
            <GroupTitle>没选用的改动</GroupTitle>
            <Card>
              {all.map((text) => (
                <Lost key={text.id} text={text} />
              ))}
            </Card>
            <Footnote>两台设备改了同一处时没选的，留30天。</Footnote>
          </>
        );
      }}
    </Answered>
  );
}
