export type { Form, FormCell } from './form-writing';
export { formsOf } from './forms';
export { across, figure, listForm, mark, type ListRow } from './list-form';
export { readWorkbook, type Workbook } from './workbook';
export { workbookOf } from './workbook-writing';
