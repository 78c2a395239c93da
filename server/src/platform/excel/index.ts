export { formOf, type FormCell } from './form-writing';
export { readWorkbook, type Workbook } from './workbook';
export { workbookOf } from './workbook-writing';
