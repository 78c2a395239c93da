import type { SheetView } from '@jiannuo/shared/assessment';
import { formatMoment } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { now } from '../../../platform/clock';
import { factsInLine } from '../../../ui/ideographic-space';

/** How something came: 邮件报来. */
export const CAME: Readonly<Record<Channel, string>> = {
  app: '报来',
  email: '邮件报来',
  paper: '纸质报来',
  fax: '传真报来',
  phone: '电话报来',
};

/** `6月22日 10:00邮件报来`, who copied it when, and on what grounds; null where the county handed in itself. */
export function enteredWords({ receivedAt, entry }: SheetView): string | null {
  if (entry === null) return null;
  const { channel, by, registeredAt, basis } = entry;
  return factsInLine(
    `${formatMoment(receivedAt, now())}${CAME[channel]}`,
    `${formatMoment(registeredAt, now())} ${by}代录`,
    `依据：${basis}`,
  );
}
