export { ATTACHMENT_LIMIT, Attachments, type AttachmentView, type StoredAttachment } from './attachments';
export { AttachmentsController } from './attachments.controller';
export { FileStore } from './file-store';
