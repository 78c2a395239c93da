import { isLongerThan } from '@jiannuo/shared/kernel';
import { CommandFailure } from './command-failure';

/** What a group is called, by the name of its option, with the longest text in code points. */
const TEXTS = {
  name: ['专班名称', 100],
  city: ['城市', 50],
  leadUnit: ['牵头单位简称', 50],
  leadFullName: ['牵头单位全称', 100],
  phone: ['牵头单位电话', 32],
  hours: ['电话有人接的时间', 64],
} as const;

/** Throws a CommandFailure for the first text that is too long, or that is empty though it was given. */
export function checkGroupTexts(texts: Readonly<Partial<Record<keyof typeof TEXTS, string>>>): void {
  for (const option of Object.keys(TEXTS) as (keyof typeof TEXTS)[]) {
    const text = texts[option];
    const [label, limit] = TEXTS[option];
    if (text === '') throw new CommandFailure(`${label}不能是空的，请写上。`);
    if (text !== undefined && isLongerThan(text, limit))
      throw new CommandFailure(`${label}最多${String(limit)}个字，请写短些。`);
  }
}
