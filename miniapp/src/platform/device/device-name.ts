import Taro from '@tarojs/taro';
import { newIdentifier } from '../identifiers';
import { readStored, writeStored } from '../storage';

const NAME = 'device';

function kindOfDevice(): string {
  if (IS_BROWSER) return /Android|iPhone|Mobile/i.test(window.navigator.userAgent) ? '手机浏览器' : '电脑';
  const { platform } = Taro.getDeviceInfo();
  return platform === 'windows' || platform === 'mac' ? '电脑' : '手机';
}

/** What this device is called where two of one person's devices are compared: its kind, and letters that tell it apart. */
export function deviceName(): string {
  const kept = readStored<string>(NAME);
  if (kept !== null) return kept;
  const name = `${kindOfDevice()} ${newIdentifier().slice(0, 4)}`;
  writeStored(NAME, name);
  return name;
}

/** The kind of device in words, without the letters that tell it apart. */
export function kindOfDeviceNamed(name: string): string {
  return name.split(' ')[0] ?? name;
}
