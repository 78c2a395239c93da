export { type AttachmentProof } from './attachment-proof';
export { Attachments } from './attachments';
export { AttachmentsController } from './attachments.controller';
export { FileStore } from './file-store';
