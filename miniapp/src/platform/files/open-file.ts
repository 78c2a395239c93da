import Taro from '@tarojs/taro';
import { callHeaders, serverAddress } from '../http/call-server';

/** What the server calls the file: it knows what is in it. */
function nameIn(disposition: string | null): string | null {
  const coded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return coded === undefined ? null : decodeURIComponent(coded);
}

async function openInBrowser(path: string, name: string): Promise<void> {
  const answer = await fetch(serverAddress(path), { headers: callHeaders(null) });
  if (!answer.ok) throw new Error('not answered');
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(answer.headers.get('content-disposition')) ?? name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

async function openInWechat(path: string, name: string, isReserved: boolean): Promise<void> {
  const answer = await Taro.downloadFile({ url: serverAddress(path), header: callHeaders(null) });
  if (answer.statusCode !== 200) throw new Error('not answered');
  const extension = (name.split('.').pop() ?? '').toLowerCase();
  const isPicture = ['jpg', 'jpeg', 'png'].includes(extension);
  if (isPicture) await Taro.previewImage({ urls: [answer.tempFilePath], showmenu: !isReserved });
  else await Taro.openDocument({ filePath: answer.tempFilePath, fileType: extension as 'docx', showMenu: !isReserved });
}

/**
 * Opens a file kept by the server, with the reader's own right to it; answers whether that worked. What is for named persons
 * alone opens without WeChat's menu that would pass it on.
 */
export async function openFile(path: string, name: string, isReserved = false): Promise<boolean> {
  try {
    await (IS_BROWSER ? openInBrowser(path, name) : openInWechat(path, name, isReserved));
    return true;
  } catch {
    return false;
  }
}
