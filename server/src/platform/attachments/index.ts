export { Attachments } from './attachments';
export { AttachmentsController } from './attachments.controller';
export { FileStore } from './file-store';
