import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inside, TOP } from './project.mjs';

/** Variables that name real accounts and databases; the demo runs without any of them. */
const REAL = /^(WECHAT_|WECOM_|DATABASE_URL$|PUBLIC_URL$)/;

/**
 * Starts the compiled server in demo mode on SQLite. What it logs goes to a file in its data folder.
 * `isKept` keeps the data of the last run.
 */
export function startDemoServer({ port, isKept }) {
  const folder = inside('.data', 'demo');
  if (!isKept) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const logFile = join(folder, 'server.log');
  const log = openSync(logFile, 'a');
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !REAL.test(name)));
  const child = spawn(process.execPath, [inside('server/dist/src/main.js')], {
    cwd: TOP,
    env: { ...environment, DEMO: '1', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0))));
  return { child, ended, lastLines: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n') };
}

/** Waits until the server says that it is ready; false when it ended or a minute went by before. */
export async function isReady(port, ended) {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  for (let attempt = 0; attempt < 600 && !hasEnded; attempt += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
