import * as mysql from 'mysql2';
import type { Connection, Pool, PoolOptions } from 'mysql2';

/** Each new connection's settings: refuse what does not fit, see what others have committed, wait 6 s for a lock on a row or a table. */
const SETTINGS = [
  "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION innodb_lock_wait_timeout = 6, lock_wait_timeout = 6',
] as const;

/** mysql2, with every connection of its pools set up before its first use. */
export function mysqlDriver(): unknown {
  return { ...mysql, createPool };
}

function createPool(options: PoolOptions): Pool {
  const pool = mysql.createPool(options);
  pool.on('connection', prepare);
  return pool;
}

function prepare(connection: Connection): void {
  for (const setting of SETTINGS)
    connection.query(setting, (error) => {
      // A connection without its settings must not be used: closing it makes its first statement fail clearly.
      if (error) connection.destroy();
    });
}
