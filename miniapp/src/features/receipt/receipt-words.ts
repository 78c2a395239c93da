import {
  beijingDate,
  daysBetween,
  formatDue,
  formatMoment,
  formatPeriod,
  formatStamp,
  lastDateBefore,
  periodOf,
  type Instant,
} from '@jiannuo/shared/kernel';
import { CHANNEL_NAMES } from '@jiannuo/shared/obligations';
import type { ReceiptView } from '@jiannuo/shared/reporting';

/** `5月月报已交`. */
export function receiptTitle({ period, title }: ReceiptView): string {
  return `${formatPeriod(period)}${title}已交`;
}

/** Whether this hand-in answers a return, so that an earlier one decides about the month. */
export function isAgain({ firstAt, receivedAt }: ReceiptView): boolean {
  return firstAt !== receivedAt;
}

/** On time and by how much, or late; after a return, as the first hand-in was (Q12). */
export function timeliness(receipt: ReceiptView): string {
  const { isOnTime, firstAt, receivedAt, dueAt } = receipt;
  if (isAgain(receipt)) return `首次${formatMoment(firstAt)}${isOnTime ? '按时' : '迟报'}。`;
  if (!isOnTime) return '过了截止时间，记迟报。';
  const days = daysBetween(beijingDate(receivedAt), lastDateBefore(dueAt));
  return days === 0 ? '按时，在截止当天。' : `按时，比截止时间早${String(days)}天。`;
}

/** A hash as people compare it: the first sixteen signs in two groups. */
export function fingerprint(hash: string): string {
  return `${hash.slice(0, 8)} ${hash.slice(8, 16)}`;
}

/** The lines of a receipt: unit, server time, number, version, hash. */
export function receiptRows(receipt: ReceiptView): readonly { readonly label: string; readonly value: string }[] {
  const isEntered = receipt.channel !== 'app';
  return [
    { label: '报送单位', value: receipt.unitName },
    { label: '收到时间', value: formatStamp(receipt.receivedAt) },
    ...(receipt.dueReason === null
      ? []
      : [{ label: '截止时间', value: `${formatDue(receipt.dueAt, receipt.receivedAt)}。${receipt.dueReason}` }]),
    ...(isEntered
      ? [{ label: '来件方式', value: `${CHANNEL_NAMES[receipt.channel]}，${formatStamp(receipt.registeredAt)}登记` }]
      : []),
    { label: '回执号', value: receipt.receiptNumber },
    { label: '版本', value: `第${String(receipt.version)}版` },
    { label: '内容指纹', value: fingerprint(receipt.contentHash) },
  ];
}

/** What may still be done with it, and what that does not change. */
export function withdrawWords(
  receipt: ReceiptView,
  until: Instant,
  at: Instant,
): readonly [may: string, keeps: string] {
  return [`${formatDue(until, at)}可以撤回修改。`, isAgain(receipt) ? '首次的时间不变。' : '截止前再交，仍按时。'];
}

/** What is owed next, with its month: `5月自查评分`. */
export function nextTitle({
  title,
  dueAt,
}: Pick<NonNullable<ReceiptView['nextObligation']>, 'title' | 'dueAt'>): string {
  return /^\d/.test(title) ? title : `${formatPeriod(periodOf(lastDateBefore(dueAt)))}${title}`;
}
