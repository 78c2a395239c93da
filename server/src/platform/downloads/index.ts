export { Downloads } from './downloads';
export { DownloadsController } from './downloads.controller';
