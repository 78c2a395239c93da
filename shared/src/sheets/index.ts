export { readSheetRows, SHEET_LIMITS, tooManyRows } from './columns';
export type { CellValue, Sheet, SheetColumn, SheetFault, SheetRow, SheetRows } from './columns';
export type { DownloadsView, DownloadView } from './api';
