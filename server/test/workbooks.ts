import type { LightMyRequestResponse } from 'fastify';

/** The rows of a sheet as a spreadsheet would read them. */
export type Rows = readonly (readonly unknown[])[];

/** A downloaded workbook: its sheets by name. */
export async function sheetsOf({ statusCode, rawPayload }: LightMyRequestResponse): Promise<ReadonlyMap<string, Rows>> {
  expect(statusCode).toBe(200);
  const { default: readExcelFile } = await import('read-excel-file/node');
  return new Map((await readExcelFile(rawPayload)).map(({ sheet, data }) => [sheet, data]));
}
