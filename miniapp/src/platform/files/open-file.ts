import { markedName } from '@jiannuo/shared/kernel';
import Taro from '@tarojs/taro';
import { callHeaders, serverAddress } from '../http/call-server';

/** What the server calls the file: it knows what is in it. */
function nameIn(disposition: string | null): string | null {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return coded === undefined ? null : decodeURIComponent(coded);
}

/** What the server answered, by its status; what is not 2xx opens nothing. */
type Status = number;

function isGood(status: Status): boolean {
  return status >= 200 && status <= 299;
}

async function openInBrowser(path: string, name: string): Promise<Status> {
  const answer = await fetch(serverAddress(path), { headers: callHeaders(null) });
  if (!answer.ok) return answer.status;
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(answer.headers.get('content-disposition')) ?? name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
  return answer.status;
}

async function openInWechat(path: string, name: string, isReserved: boolean): Promise<Status> {
  const answer = await Taro.downloadFile({ url: serverAddress(path), header: callHeaders(null) });
  if (!isGood(answer.statusCode)) return answer.statusCode;
  const extension = (name.split('.').pop() ?? '').toLowerCase();
  const isPicture = ['jpg', 'jpeg', 'png'].includes(extension);
  if (isPicture) await Taro.previewImage({ urls: [answer.tempFilePath] });
  else await Taro.openDocument({ filePath: answer.tempFilePath, fileType: extension as 'docx', showMenu: !isReserved });
  return answer.statusCode;
}

async function open(path: string, name: string, isReserved: boolean): Promise<Status | null> {
  try {
    return await (IS_BROWSER ? openInBrowser(path, name) : openInWechat(path, name, isReserved));
  } catch {
    return null;
  }
}

/** Opens a file kept by the server, with the reader's own right to it; answers whether that worked. */
export async function openFile(path: string, name: string): Promise<boolean> {
  return isGood((await open(path, name, false)) ?? 0);
}

/**
 * Opens a file for named persons alone, which comes with a watermark, a picture as a PDF, and without WeChat's menu that
 * would pass it on. It is `unmarked` where the server could put no watermark on it and kept it.
 */
export async function openReservedFile(path: string, name: string): Promise<'opened' | 'unmarked' | 'failed'> {
  const status = (await open(path, markedName(name), true)) ?? 0;
  if (isGood(status)) return 'opened';
  return status === 422 ? 'unmarked' : 'failed';
}
