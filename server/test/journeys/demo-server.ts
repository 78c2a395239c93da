import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '../project-folder';

const SERVER = inProject('server/dist/src/main.js');

/** The compiled server in demo mode with fresh sample data, as `npm start` runs it, on a port of its own. */
export class DemoServer {
  private constructor(
    readonly address: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Starts it and waits until it is ready; throws with its log when it ends before. */
  static async start(): Promise<DemoServer> {
    if (!existsSync(SERVER)) throw new Error(`${SERVER} is missing: run npm run build first.`);
    const folder = mkdtempSync(join(tmpdir(), 'jiannuo-demo-'));
    // Screens of its own, so that a build that runs meanwhile does not pull them away.
    const screens = join(folder, 'screens');
    if (existsSync(inProject('miniapp/dist/h5'))) cpSync(inProject('miniapp/dist/h5'), screens, { recursive: true });
    const log = openSync(join(folder, 'server.log'), 'a');
    const port = await freePort();
    const child = spawn(process.execPath, [SERVER], {
      env: {
        PATH: process.env['PATH'],
        DEMO: '1',
        HOST: '127.0.0.1',
        PORT: String(port),
        DATA_DIR: folder,
        SCREENS_DIR: screens,
      },
      stdio: ['ignore', log, log],
    });
    const server = new DemoServer(`http://127.0.0.1:${String(port)}`, child, folder);
    for (let turn = 0; turn < 600; turn += 1) {
      if (child.exitCode !== null) break;
      const answer = await fetch(`${server.address}/api/ready`).catch(() => null);
      if (answer?.ok) return server;
      await wait(100);
    }
    const words = server.log();
    await server.stop();
    throw new Error(`The demo server did not become ready:\n${words}`);
  }

  /** Asks the demo's part of the server; a body makes it a write. */
  async demo(path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.address}/api/demo/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {},
      body: body ? JSON.stringify(body) : undefined,
    });
    const view = (await answer.json()) as Record<string, unknown>;
    if (!answer.ok) throw new Error(`/api/demo/${path}: ${JSON.stringify(view)}\n${this.log()}`);
    return view;
  }

  /** What the server logged, its last lines. */
  log(): string {
    return readFileSync(join(this.folder, 'server.log'), 'utf8').split('\n').slice(-30).join('\n');
  }

  /** Ends it as an administrator would, and forgets its data. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.child.kill('SIGTERM');
      const limit = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(limit);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
