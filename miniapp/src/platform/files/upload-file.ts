import type { AttachmentView } from '@jiannuo/shared/reporting';
import Taro from '@tarojs/taro';
import { offlineError } from '../http/api-error';
import { callHeaders, errorOfCall, serverAddress } from '../http/call-server';
import { newIdentifier } from '../identifiers';
import { currentToken } from '../session/token';
import type { ChosenFile } from './choose-files';

type OnProgress = (percent: number) => void;
interface Answer {
  readonly status: number;
  readonly text: string;
}

const TIMEOUT = 120_000;

/** What is said with a file. */
function fieldsOf({ isDeclared, isReserved }: ChosenFile): Readonly<Record<string, string>> {
  return { ...(isDeclared ? { declared: 'yes' } : {}), ...(isReserved ? { reserved: 'yes' } : {}) };
}

function uploadInBrowser(url: string, file: ChosenFile, onProgress: OnProgress): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.timeout = TIMEOUT;
    for (const [name, value] of Object.entries(callHeaders(newIdentifier()))) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(Math.floor((event.loaded / event.total) * 100));
    };
    request.onload = () => {
      resolve({ status: request.status, text: request.responseText });
    };
    request.onerror = request.ontimeout = () => {
      reject(offlineError());
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fieldsOf(file))) form.append(name, value);
    form.append('file', file.source as File, file.name);
    request.send(form);
  });
}

function uploadInWechat(url: string, file: ChosenFile, onProgress: OnProgress): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const task = Taro.uploadFile({
      url,
      filePath: file.source as string,
      fileName: file.name,
      name: 'file',
      header: callHeaders(newIdentifier()),
      formData: { name: file.name, ...fieldsOf(file) },
      timeout: TIMEOUT,
      success: (answer) => {
        resolve({ status: answer.statusCode, text: answer.data });
      },
      fail: () => {
        reject(offlineError());
      },
    });
    task.progress((event) => {
      onProgress(event.progress);
    });
  });
}

/**
 * Sends one file to the server and answers what it made of it; the same file sent again is the same attachment. Throws
 * an ApiError. `onProgress` gets whole percents.
 */
export async function uploadFile(file: ChosenFile, onProgress: OnProgress = () => undefined): Promise<AttachmentView> {
  const url = serverAddress('/api/attachments');
  const token = currentToken();
  const answer = await (IS_BROWSER ? uploadInBrowser(url, file, onProgress) : uploadInWechat(url, file, onProgress));
  let body: unknown = null;
  try {
    body = JSON.parse(answer.text) as unknown;
  } catch {
    body = null;
  }
  if (answer.status < 200 || answer.status > 299) throw errorOfCall(token, answer.status, body);
  return body as AttachmentView;
}
