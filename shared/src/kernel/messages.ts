import type { Refusal } from './outcome';

/** Per code, the one sentence that tells a person what happened and what to do. A new code is one new line in its subject's registry. */
export type MessageRegistry = Readonly<Record<string, (facts: Refusal['facts']) => string>>;

/** Refusals that any request can meet, whatever it is about. */
export const KERNEL_MESSAGES = {
  'request.unexpected': () => '这一步没办成，您填的都在。请再试一次，还不行请打牵头单位电话。',
  'request.unreadable': () => '送来的内容不完整。您填的都在，请再试一次。',
  'request.too-large': () => '内容太多，服务器收不下。请把附件分开传。',
  'request.headers-too-large': () => '这次请求附带的信息太长，服务器收不下。请退出重进后再试。',
  'request.too-many': () => '操作太快了，请过1分钟再试。',
  'request.not-found': () => '没有这条记录，或者不归您看。要看请联系牵头单位。',
  'request.forbidden': () => '这件事不归您办。要办请联系牵头单位。',
  'request.conflict': () => '别人刚改过这条记录。请刷新后再试。',
  'request.key-reused': () => '这次的内容和上次不一样，没有再办一遍。请刷新后看结果。',
  'request.key-missing': () => '这次操作少了编号，没有办。请退出重进后再试。',
  'request.still-running': () => '正在办，请等几秒再看结果。',
  'request.busy': () => '服务器正忙，您填的都在。请过1分钟再试。',
} satisfies MessageRegistry;
