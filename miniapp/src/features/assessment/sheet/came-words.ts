import type { SheetView } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES, type Channel } from '@jiannuo/shared/obligations';
import { now } from '../../../platform/clock';
import { factsInLine } from '../../../ui/ideographic-space';

/** How something came: 邮件报来. */
export function cameWords(channel: Channel): string {
  return channel === 'app' ? '报来' : `${CHANNEL_NAMES[channel]}报来`;
}

/** `6月22日 10:00邮件报来`, who copied it when, and on what grounds; null where the county handed in itself. */
export function enteredWords({ receivedAt, entry }: SheetView): string | null {
  if (entry === null) return null;
  const { channel, by, registeredAt, basis } = entry;
  return factsInLine(
    `${formatMoment(receivedAt, now())}${cameWords(channel)}`,
    `${formatMoment(registeredAt, now())} ${by}代录`,
    `依据：${basis}`,
  );
}
