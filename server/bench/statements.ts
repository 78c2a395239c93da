import type { Connection } from 'mysql2/promise';

/** What the database was asked while `work` ran: each statement without its values and with single blanks, sorted. */
export async function statementsDuring(
  connection: Connection,
  work: () => Promise<unknown>,
): Promise<readonly string[]> {
  await connection.query("SET GLOBAL log_output = 'TABLE'");
  await connection.query('TRUNCATE mysql.general_log');
  await connection.query('SET GLOBAL general_log = 1');
  await work();
  await connection.query('SET GLOBAL general_log = 0');
  const [rows] = await connection.query(
    "SELECT CONVERT(argument USING utf8mb4) AS text FROM mysql.general_log WHERE command_type = 'Query'",
  );
  const texts = (rows as { text: string }[]).map(({ text }) => shapeOf(text));
  return texts.filter((text) => !text.startsWith('SET GLOBAL')).sort();
}

function shapeOf(statement: string): string {
  const withoutValues = statement.replace(/'(?:[^'\\]|\\.)*'/gs, '?').replace(/\b(?:\d+|NULL)\b/g, '?');
  return withoutValues.replace(/\s+/g, ' ');
}

/** The statements that only one of two servers sent, each as often as it sent it more. */
export function differing(one: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  const missing = one.filter((statement) => {
    const at = left.indexOf(statement);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...missing, ...left];
}
