import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

/** A program of this folder in a process of its own, which a test may kill. */
export interface Child {
  readonly process: ChildProcess;
  /** Resolves when the program has written the line. */
  says(line: string): Promise<void>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
  /** What it wrote to its standard error. */
  errors(): string;
}

/** Starts `program`.ts with one JSON argument. */
export function startChild(program: string, argument: object): Child {
  const args = ['-r', join(__dirname, 'typescript.cjs'), join(__dirname, `${program}.ts`), JSON.stringify(argument)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    says: (line) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (output.includes(`${line}\n`)) resolve();
        };
        child.stdout.on('data', look);
        void gone.then(() => reject(new Error(`The child ended before it said ${line}: ${errors}`)));
        look();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    errors: () => errors,
  };
}
