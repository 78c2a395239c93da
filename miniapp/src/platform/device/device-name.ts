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

/** What the other of one's two devices is called beside this one: by its kind, and 另一 when both are of one kind. */
export function otherDeviceWords(name: string): string {
  if (name === '') return '另一台设备';
  const kind = kindOfDeviceNamed(name);
  if (kind !== kindOfDeviceNamed(deviceName())) return kind;
  return kind === '电脑' ? '另一台电脑' : '另一部手机';
}

/** The kind of device in words, without the letters that tell it apart. */
export function kindOfDeviceNamed(name: string): string {
  return name.split(' ')[0] ?? name;
}
