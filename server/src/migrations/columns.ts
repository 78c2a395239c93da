import { Table, type TableColumnOptions, type TableForeignKeyOptions, type TableIndexOptions } from 'typeorm';

/** A table of the first schema, in the words that SQLite and MySQL share. Name every index and foreign key. */
export function table(
  name: string,
  columns: TableColumnOptions[],
  indices: TableIndexOptions[],
  foreignKeys: TableForeignKeyOptions[] = [],
): Table {
  return new Table({ name, columns, indices, foreignKeys });
}

/** A primary key of 26 characters. */
export function ulid(name = 'id'): TableColumnOptions {
  return { name, type: 'varchar', length: '26', isPrimary: true };
}

/** Another row's id. */
export function reference(name: string): TableColumnOptions {
  return text(name, 26);
}

/** A foreign key to `target`.id that keeps rows from losing what they refer to. */
export function foreignKey(name: string, column: string, target: string): TableForeignKeyOptions {
  return {
    name,
    columnNames: [column],
    referencedTableName: target,
    referencedColumnNames: ['id'],
    onUpdate: 'NO ACTION',
    onDelete: 'NO ACTION',
  };
}

/** Text of at most `length` characters. */
export function text(name: string, length: number): TableColumnOptions {
  return { name, type: 'varchar', length: String(length) };
}

/** Text up to 64 KB that no index needs. */
export function textBody(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

/** Any JSON value, as longtext: what an entity calls simple-json. */
export function json(name: string): TableColumnOptions {
  return { name, type: 'longtext' };
}

/** A moment as 24 characters. */
export function instant(name: string): TableColumnOptions {
  return text(name, 24);
}

/** A Beijing date as 10 characters. */
export function date(name: string): TableColumnOptions {
  return text(name, 10);
}

/** A Beijing month as 7 characters. */
export function period(name: string): TableColumnOptions {
  return text(name, 7);
}

/** A whole number up to 2,147,483,647. */
export function integer(name: string): TableColumnOptions {
  return { name, type: 'integer' };
}

/** Yes or no. */
export function yesNo(name: string): TableColumnOptions {
  return { name, type: 'boolean' };
}

/** The same column, which may be empty. */
export function optional(column: TableColumnOptions): TableColumnOptions {
  return { ...column, isNullable: true };
}
