export { formsOf, type Form, type FormCell } from './form-writing';
export { across, figure, listForm, mark, words, type ListRow } from './list-form';
export { readWorkbook, type Workbook } from './workbook';
export { workbookOf } from './workbook-writing';
