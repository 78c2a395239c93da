export { type AttachmentProof } from './attachment-proof';
export { AttachmentOpening } from './attachment-opening';
export { Attachments } from './attachments';
export { AttachmentsController } from './attachments.controller';
export { FileStore } from './file-store';
