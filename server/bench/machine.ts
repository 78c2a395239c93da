import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** CPU time since the machine started, in seconds: all of it, and what was spent idle. */
interface MachineTime {
  readonly whole: number;
  readonly idle: number;
}

/** How busy the machine was while something was measured, and how much of that was nobody's of the bench. */
export class MachineWatch {
  private readonly before = machineTime();
  private readonly ownBefore: number;

  /** `ownSeconds` answers the CPU time of everything that belongs to the bench. */
  private constructor(
    private readonly ownSeconds: () => Promise<number>,
    ownBefore: number,
  ) {
    this.ownBefore = ownBefore;
  }

  static async start(ownSeconds: () => Promise<number>): Promise<MachineWatch> {
    return new MachineWatch(ownSeconds, await ownSeconds());
  }

  /** `2 cores, 61 % busy, 4 % of it with other programs`. */
  async words(): Promise<string> {
    const after = machineTime();
    const own = (await this.ownSeconds()) - this.ownBefore;
    const whole = after.whole - this.before.whole;
    const busy = whole - (after.idle - this.before.idle);
    const others = Math.max(0, busy - own);
    return `${String(cpus().length)} cores, ${percent(busy / whole)} busy; other programs ${percent(others / whole)}`;
  }
}

/** CPU time of a process in seconds, from Linux's own book; NaN elsewhere. */
export function cpuSecondsOf(pid: number): number {
  const file = `/proc/${String(pid)}/stat`;
  if (!existsSync(file)) return NaN;
  const fields = readFileSync(file, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function machineTime(): MachineTime {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, each) => sum + each.idle, 0);
  const whole = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle);
  return { whole: whole / 1000, idle: idle / 1000 };
}

function percent(share: number): string {
  return Number.isNaN(share) ? 'unknown' : `${(100 * share).toFixed(0)} %`;
}
