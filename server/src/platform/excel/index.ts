export { readWorkbook, type Workbook } from './workbook';
export { workbookOf } from './workbook-writing';
