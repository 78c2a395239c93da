import type { Instant } from '@jiannuo/shared/kernel';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { now } from '../../../platform/clock';
import { useDisplay } from '../../../platform/device/display';
import { openPage } from '../../../platform/navigation';
import { SaveLine } from '../../../ui/bar/sticky-bar';
import { savedWords } from '../../../ui/due/saved-words';
import { Pressable } from '../../../ui/pressable/pressable';
import type { SaveState } from '../draft/draft-keeper';
import { useDraftValue } from '../draft/use-draft';

interface Words {
  readonly icon: 'cloud' | 'cloud-off' | 'cloud-up' | 'info';
  readonly text: string;
  readonly isWarning: boolean;
}

/** Where the text is, in words. */
export function saveWords(state: SaveState, device: string, at: Instant): Words {
  switch (state.kind) {
    case 'saving':
      return { icon: 'cloud-up', text: '正在保存', isWarning: false };
    case 'saved':
      return {
        icon: 'cloud',
        text: state.at === null ? '还没写，写了自动保存' : `${savedWords(state.at, at)} 已保存到${device}和服务器`,
        isWarning: false,
      };
    case 'on-device':
      return { icon: 'cloud-off', text: `${savedWords(state.at, at)} 已存在${device}，还没到服务器`, isWarning: false };
    case 'refused':
      return { icon: 'info', text: `其余已保存，这一处存在${device}。${state.sentence}`, isWarning: true };
    case 'no-room':
      return { icon: 'info', text: `${device}存满了，请先别退出，等它存到服务器`, isWarning: true };
  }
}

/** The line that always says where the text is. When another device wrote too, it is the way to the differences. */
export function DraftSaveLine({ reportId, aside }: { readonly reportId: string; readonly aside?: ReactNode }) {
  const conflicts = useDraftValue((keeper) => keeper.conflicts.length);
  const state = useDraftValue((keeper) => keeper.saveState);
  const device = useDisplay().isWide ? '电脑' : '手机';
  if (conflicts > 0) {
    return (
      <Pressable
        onPress={() => {
          openPage('report-conflict', { id: reportId });
        }}
      >
        <SaveLine icon="info" isWarning text="另一台设备改过，看看不同" aside={<View>两份都留着</View>} />
      </Pressable>
    );
  }
  return <SaveLine {...saveWords(state, device, now())} aside={aside} />;
}
