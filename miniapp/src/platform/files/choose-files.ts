import Taro from '@tarojs/taro';

/** A file the person picked. `source` is a path inside WeChat, or the browser's own file. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: number;
  readonly source: string | File;
  /** The person has said that it is not classified, although its name sounds like it. */
  readonly isDeclared?: true;
  /** It is for a matter of named persons alone. */
  readonly isReserved?: true;
}

/** Where to pick from: a chat's files, the camera, or the album. */
export type FileOrigin = 'chat' | 'camera' | 'album';

const EXTENSIONS = ['doc', 'docx', 'xls', 'xlsx', 'pdf', 'jpg', 'jpeg', 'png'];

function chooseInBrowser(count: number): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = count > 1;
    input.accept = EXTENSIONS.map((extension) => `.${extension}`).join(',');
    input.onchange = () => {
      const files = [...(input.files ?? [])].slice(0, count);
      resolve(files.map((file) => ({ name: file.name, bytes: file.size, source: file })));
    };
    input.oncancel = () => {
      resolve([]);
    };
    input.click();
  });
}

async function chooseFromChat(count: number): Promise<readonly ChosenFile[]> {
  const answer = await Taro.chooseMessageFile({ count, type: 'file', extension: EXTENSIONS });
  return answer.tempFiles.map((file) => ({ name: file.name, bytes: file.size, source: file.path }));
}

async function choosePictures(count: number, from: 'camera' | 'album'): Promise<readonly ChosenFile[]> {
  const answer = await Taro.chooseMedia({ count, mediaType: ['image'], sourceType: [from], sizeType: ['compressed'] });
  return answer.tempFiles.map((file, index) => ({
    name: `照片${String(index + 1)}.${file.tempFilePath.split('.').pop() ?? 'jpg'}`,
    bytes: file.size,
    source: file.tempFilePath,
  }));
}

/** Lets the person pick files; nothing picked is an empty list. */
export async function chooseFiles(origin: FileOrigin, count: number): Promise<readonly ChosenFile[]> {
  if (IS_BROWSER) return chooseInBrowser(count);
  try {
    return origin === 'chat' ? await chooseFromChat(count) : await choosePictures(count, origin);
  } catch {
    return [];
  }
}
