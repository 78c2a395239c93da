import { formatStamp } from '@jiannuo/shared/kernel';
import type { Channel } from '@jiannuo/shared/obligations';
import { isBlankContent, type AttachmentView, type ReportVersionView } from '@jiannuo/shared/reporting';
import { View } from '@tarojs/components';
import { useDisplay } from '../../platform/device/display';
import { FileLink } from '../files/file-link';
import { Heading } from '../heading/heading';
import { ReceiptRows } from '../row/row';
import './report.scss';

const CHANNEL_SENTENCES: Record<Exclude<Channel, 'app'>, string> = {
  email: '这份是邮件发来的，牵头单位代录',
  paper: '这份是交来的纸件，牵头单位代录',
  fax: '这份是传真来的，牵头单位代录',
  phone: '这份是电话报的，牵头单位代录',
};

/** Whether all there is to read of a version is its original. */
export function hasNoText({ channel, content }: Pick<ReportVersionView, 'channel' | 'content'>): boolean {
  return channel !== 'app' && isBlankContent(content);
}

interface EnteredNoteProps {
  readonly version: ReportVersionView;
  readonly attachments: readonly AttachmentView[];
}

function Originals({ version, attachments }: EnteredNoteProps) {
  const files = attachments.filter(({ id }) => version.attachmentIds.includes(id));
  const where = files.length > 0 ? '正文在原件里。' : '没有正文，原件也没附，请补上原件。';
  return (
    <>
      {files.length === 0 ? null : <View className="t-s c-ink-2 below-3">{`原件 ${String(files.length)}份`}</View>}
      {files.map((file) => (
        <FileLink key={file.id} file={file} kindName="原件" icon="download" />
      ))}
      {hasNoText(version) ? (
        <View className={`t-body below-2 ${files.length > 0 ? '' : 'is-bold c-soon'}`}>{where}</View>
      ) : null}
    </>
  );
}

/** How a version that was entered for the unit came in, on what that rests, and its originals. Nothing for the app's own. */
export function EnteredNote({ version, attachments }: EnteredNoteProps) {
  const { isTight } = useDisplay();
  const { channel, basis } = version;
  if (channel === 'app') return null;
  const rows = [
    { label: '真实收到', value: formatStamp(version.submittedAt) },
    { label: '登记', value: formatStamp(version.registeredAt) },
    { label: '谁录的', value: version.byName },
    { label: '凭什么定', value: basis === null || basis === '' ? '没写' : basis },
  ];
  return (
    <View className="entered-note">
      <Heading level={3} className="t-strong">
        {CHANNEL_SENTENCES[channel]}
      </Heading>
      <ReceiptRows rows={rows} isStacked={isTight} />
      <Originals version={version} attachments={attachments} />
    </View>
  );
}
