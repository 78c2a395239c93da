import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** One request of a load and how long its answer took, in milliseconds. */
export interface Shot {
  readonly status: number;
  readonly milliseconds: number;
  readonly body: string;
}

/** What is sent. */
export interface Aim {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token: string;
  readonly key?: string;
  readonly body?: string;
}

/** A client whose connections stay open; it has as many as it is told, or as it comes to need. */
export class Load {
  private readonly agent: Agent;

  constructor(private readonly connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends one request for every item, never more at once than there are connections, and gives the answers in order. */
  async run<T>(items: readonly T[], aim: (item: T, index: number) => Aim): Promise<readonly Shot[]> {
    const shots: Shot[] = new Array<Shot>(items.length);
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < items.length) {
        const index = next;
        next += 1;
        shots[index] = await this.shoot(aim(items[index] as T, index));
      }
    };
    await Promise.all(Array.from({ length: this.connections }, worker));
    return shots;
  }

  /** Sends each item at its turn, in milliseconds from now, whatever the others wait for; a sender that is itself late counts. */
  async runAt<T>(items: readonly T[], turns: readonly number[], aim: (item: T) => Aim): Promise<readonly Shot[]> {
    const began = performance.now();
    const shots: Promise<Shot>[] = [];
    for (const [index, item] of items.entries()) {
      const turn = began + (turns[index] ?? 0);
      const early = turn - performance.now();
      if (early > 0) await wait(early);
      const answered = (shot: Shot): Shot => ({ ...shot, milliseconds: performance.now() - turn });
      shots.push(this.shoot(aim(item)).then(answered));
    }
    return Promise.all(shots);
  }

  close(): void {
    this.agent.destroy();
  }

  private shoot({ port, method, path, token, key, body }: Aim): Promise<Shot> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const headers = {
        authorization: `Bearer ${token}`,
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
      };
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => {
          const milliseconds = performance.now() - began;
          resolve({ status: answer.statusCode ?? 0, milliseconds, body: Buffer.concat(parts).toString('utf8') });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}
