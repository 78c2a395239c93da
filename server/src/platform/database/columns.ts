import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

/** The primary key: a ULID, or another name of at most 64 characters. */
export const IdColumn = (name = 'id', length = 26): PropertyDecorator =>
  PrimaryColumn({ name, type: 'varchar', length });

/** A reference to another row's ULID. */
export const ReferenceColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 26, ...options });

/** A moment, as its 24-character text. */
export const InstantColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 24, ...options });

/** A Beijing date, as its 10-character text. */
export const DateColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 10, ...options });

/** A Beijing month, as its 7-character text. */
export const PeriodColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'varchar', length: 7, ...options });

/** Text of at most `length` characters. */
export const TextColumn = (name: string, length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'varchar', length, ...options });

/** Any JSON value. Hot paths read it by hand with JSON.parse. */
export const JsonColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column({ name, type: 'simple-json', ...options });
