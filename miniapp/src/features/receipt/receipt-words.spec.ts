import type { ReceiptView } from '@jiannuo/shared/reporting';
import { fingerprint, nextTitle, receiptRows, receiptTitle, timeliness, withdrawWords } from './receipt-words';

const RECEIPT: ReceiptView = {
  reportId: 'r1',
  unitName: '逊克县专班',
  period: '2022-05',
  title: '月报',
  receivedAt: '2022-05-19T08:32:08.000Z',
  registeredAt: '2022-05-19T08:32:08.000Z',
  channel: 'app',
  receiptNumber: 'YB-202205-0011',
  version: 1,
  contentHash: '8f3a91c2e07d44b6' + '0'.repeat(48),
  firstAt: '2022-05-19T08:32:08.000Z',
  isOnTime: true,
  dueAt: '2022-05-20T16:00:00.000Z',
  dueReason: null,
  entry: null,
  withdrawUntil: '2022-05-20T16:00:00.000Z',
  nextReminder: null,
  nextObligation: null,
};

const LAST = '2022-05-20T15:59:59.999Z';

describe('a receipt', () => {
  it('says what was handed in and whether it was in time', () => {
    expect(receiptTitle(RECEIPT)).toBe('5月月报已交');
    expect(timeliness(RECEIPT)).toBe('按时，比截止时间早1天。');
    expect(timeliness({ ...RECEIPT, receivedAt: LAST, firstAt: LAST })).toBe('按时，在截止当天。');
    expect(timeliness({ ...RECEIPT, isOnTime: false })).toBe('过了截止时间，记迟报。');
  });

  it('goes by the first hand-in after a return, and may be taken back until the correction is due (Q12)', () => {
    const until = '2022-05-24T16:00:00.000Z';
    const again = { ...RECEIPT, version: 3, firstAt: '2022-05-17T00:39:00.000Z', withdrawUntil: until };
    expect(timeliness(again)).toBe('首次5月17日 08:39按时。');
    expect(timeliness({ ...again, isOnTime: false })).toBe('首次5月17日 08:39迟报。');
    expect(withdrawWords(again, until, RECEIPT.receivedAt)).toEqual([
      '5月24日 周二 24:00前可以撤回修改。',
      '首次的时间不变。',
    ]);
    expect(withdrawWords(RECEIPT, RECEIPT.dueAt, RECEIPT.receivedAt)).toEqual([
      '5月20日 周五 24:00前可以撤回修改。',
      '截止前再交，仍按时。',
    ]);
  });

  it('is named as the year names the report', () => {
    expect(receiptTitle({ ...RECEIPT, title: '招商月报' })).toBe('5月招商月报已交');
  });

  it('says until when it was asked and why, once the due time was moved (M11)', () => {
    const moved = { ...RECEIPT, dueAt: '2022-05-23T16:00:00.000Z', dueReason: '平台有120分钟用不了。' };
    expect(receiptRows(moved)).toContainEqual({
      label: '截止时间',
      value: '5月23日 周一 24:00前。平台有120分钟用不了。',
    });
    expect(receiptRows(RECEIPT).map(({ label }) => label)).not.toContain('截止时间');
  });

  it('shows Beijing time with its year, and the hash as people compare it', () => {
    expect(fingerprint(RECEIPT.contentHash)).toBe('8f3a91c2 e07d44b6');
    expect(receiptRows(RECEIPT).map(({ value }) => value)).toEqual([
      '逊克县专班',
      '2022年5月19日 16:32:08',
      'YB-202205-0011',
      '第1版',
      '8f3a91c2 e07d44b6',
    ]);
  });

  it('tells how and when it was entered when it came another way', () => {
    const rows = receiptRows({ ...RECEIPT, channel: 'paper', registeredAt: '2022-05-20T01:10:00.000Z' });
    expect(rows).toContainEqual({ label: '来件方式', value: '纸质，2022年5月20日 09:10:00登记' });
  });

  it('names what is owed next with its month', () => {
    expect(nextTitle({ title: '自查评分', dueAt: '2022-05-23T16:00:00.000Z' })).toBe('5月自查评分');
  });
});
