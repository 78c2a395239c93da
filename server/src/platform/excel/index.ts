export { formsOf, type Form, type FormCell } from './form-writing';
export { listForm } from './list-form';
export { readWorkbook, type Workbook } from './workbook';
export { workbookOf } from './workbook-writing';
