import { beijingDate, formatDate, tooLargeWords, type MessageRegistry } from '@jiannuo/shared/kernel';
import { ROLE_NAMES, type Role } from '@jiannuo/shared/people';

/** What people read when the platform itself turns a request down. */
export const PLATFORM_MESSAGES = {
  'session.missing': () => '请先登录。',
  'session.ended': () => '登录已经失效，请重新登录。您填的都在。',
  'session.post-ended': ({ unitName, role, endedAt }) =>
    `${formatDate(beijingDate(String(endedAt)), String(endedAt))}起您不再是${String(unitName)}的${ROLE_NAMES[role as Role]}。要问请打牵头单位电话。`,
  'request.invalid': ({ label, rule }) =>
    INVALID[String(rule)]?.(String(label)) ?? `“${String(label)}”填得不对，请改正。`,
  'request.media-unknown': () => '送来的格式认不出。您填的都在，请再试一次。',
  'demo.account-unknown': () => '演示里没有这个人，请从演示首页进来。',
  'demo.clock-back': () => '演示时钟只能往后拨。要回到前面，请点“重新开始”。',
  'demo.year-over': () => '样例到2023年1月为止。请点“重新开始”。',
  'demo.moment-unreadable': () => '请选日期和时间。',
  'database.unavailable': () => '服务器暂时存不上，您填的都在。请过1分钟再试。',
  'attachment.too-large': ({ bytes }) => `${tooLargeWords(typeof bytes === 'number' ? bytes : null)}可以只列名称。`,
  'attachment.empty': () => '这个文件是空的，请换一个。',
  'attachment.missing': () => '没有收到文件，请重新选。',
  'attachment.kind-unknown': () => '只收Word、Excel、PDF和jpg、png照片，请换一种格式。',
  'attachment.kind-mismatch': ({ extension }) => `这个文件里面不是${String(extension)}，请用原来的软件重新保存后再传。`,
  'attachment.name-secret': ({ name }) =>
    `“${String(name)}”看着像涉密或内部材料，涉密的不得上传。不涉密的请确认后再传。`,
  'attachment.kind-unmarkable': () => '限知悉的件只收PDF和照片，Word、Excel请先另存为PDF。',
  'attachment.locked': () => '这个PDF加了密码，印不上水印。请去掉密码，重新传一份。',
  'attachment.unmarkable': () => '这个文件太大或有问题，印不上水印。请重新存成PDF，再传一份。',
  'attachment.interrupted': () => '文件没传完，请再传一次。',
  'attachment.no-space': () => '服务器放不下这个文件，您填的都在。请先报文字，再打牵头单位电话。',
  'attachment.not-found': () => '没有这个文件，或者不归您看。',
  'attachment.lost': () => '这个文件在服务器上找不到了，请打牵头单位电话。',
  'excel.unreadable': () => '这不是Excel的xlsx文件，或者文件坏了。请用Excel或WPS另存为xlsx再导入。',
  'excel.too-large': () => '这个文件展开后太大，没有打开。请只留要导入的表再导入。',
  'excel.locked': () => '这个文件加了密码，请去掉密码再导入。',
} satisfies MessageRegistry;

const INVALID: Readonly<Record<string, (label: string) => string>> = {
  isDefined: (label) => `请填“${label}”。`,
  isNotEmpty: (label) => `请填“${label}”。`,
  maxLength: (label) => `“${label}”太长，请写短些。`,
  arrayMaxSize: (label) => `“${label}”太多，请减少一些。`,
  isIn: (label) => `“${label}”请从给出的里面选。`,
  whitelistValidation: (label) => `送来的内容里多了“${label}”，请退出重进后再试。`,
};
