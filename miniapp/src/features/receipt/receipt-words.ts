import {
  beijingDate,
  daysBetween,
  formatDue,
  formatPeriod,
  formatStamp,
  lastDateBefore,
  periodOf,
} from '@jiannuo/shared/kernel';
import type { ReceiptView } from '@jiannuo/shared/reporting';

/** `5月月报已交`. */
export function receiptTitle(receipt: ReceiptView): string {
  return `${formatPeriod(receipt.period)}月报已交`;
}

/** On time and by how much, or late. */
export function timeliness({ isOnTime, receivedAt, dueAt }: ReceiptView): string {
  if (!isOnTime) return '过了截止时间，记迟报。';
  const days = daysBetween(beijingDate(receivedAt), lastDateBefore(dueAt));
  return days === 0 ? '按时，在截止当天。' : `按时，比截止时间早${String(days)}天。`;
}

/** A hash as people compare it: the first sixteen signs in two groups. */
export function fingerprint(hash: string): string {
  return `${hash.slice(0, 8)} ${hash.slice(8, 16)}`;
}

const CHANNELS = { app: '小程序', email: '电子邮件', paper: '纸件', fax: '传真', phone: '电话' } as const;

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
      ? [{ label: '来件方式', value: `${CHANNELS[receipt.channel]}，${formatStamp(receipt.registeredAt)}登记` }]
      : []),
    { label: '回执号', value: receipt.receiptNumber },
    { label: '版本', value: `第${String(receipt.version)}版` },
    { label: '内容指纹', value: fingerprint(receipt.contentHash) },
  ];
}

/** What may still be done with it. */
export function withdrawWords(receipt: ReceiptView, at: string): string | null {
  return receipt.mayWithdraw ? `${formatDue(receipt.dueAt, at)}可以撤回修改，再交不影响按时。` : null;
}

/** What is owed next, with its month: `5月自查评分`. */
export function nextTitle({
  title,
  dueAt,
}: Pick<NonNullable<ReceiptView['nextObligation']>, 'title' | 'dueAt'>): string {
  return /^\d/.test(title) ? title : `${formatPeriod(periodOf(lastDateBefore(dueAt)))}${title}`;
}
