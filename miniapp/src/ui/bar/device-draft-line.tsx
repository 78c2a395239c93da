import { now } from '../../platform/clock';
import { useDisplay } from '../../platform/device/display';
import { savedWords } from '../due/saved-words';
import { SaveLine } from './sticky-bar';

interface DeviceDraftProps {
  /** When the last keystroke was kept; null before the first. */
  readonly savedAt: string | null;
  /** Whether the device takes no more. */
  readonly isFull: boolean;
}

/** Where a draft is that is kept on this device alone until it is sent. */
export function DeviceDraftLine({ savedAt, isFull }: DeviceDraftProps) {
  const device = useDisplay().isWide ? '电脑' : '手机';
  if (isFull) return <SaveLine icon="info" isWarning text={`${device}存满了，请先报出去再退出`} />;
  if (savedAt === null) return <SaveLine icon="cloud-off" text="还没写，写了自动存着" />;
  return <SaveLine icon="cloud-off" text={`${savedWords(savedAt, now())} 已存在${device}，没报之前只有您看得到`} />;
}
