import { DraftKeeper, type KeptDraft } from '../src/features/report/draft/draft-keeper';
import { sendable } from '../src/features/report/draft/sendable';
import { DraftServer } from './draft-server';
import { SAMPLE_FORM, sampleContent } from './sample-report';

/** The fields that these stories write in. */
export const WORK = 'headings/h1/items/i1/work';
export const FIGURE = 'headings/h8/target/numerator';

/** A phone: its storage survives a kill, its timers do not. */
export class Phone {
  kept: string | null = null;
  isFull = false;
  private clock = 0;
  private waits: { at: number; call: () => void }[] = [];

  constructor(readonly server: DraftServer) {}

  open(): DraftKeeper {
    return new DraftKeeper(this.server.view, {
      read: () => (this.kept === null ? null : (JSON.parse(this.kept) as KeptDraft)),
      write: (draft) => {
        if (this.isFull) return 'full';
        this.kept = JSON.stringify(draft);
        return 'kept';
      },
      forget: () => {
        this.kept = null;
      },
      sendable: (base, typed) => sendable(base, typed, SAMPLE_FORM),
      save: (_revision, changes) => this.server.save(changes),
      now: () => '2022-05-17T04:31:00.000Z',
      later: (milliseconds, call) => {
        const wait = { at: this.clock + milliseconds, call };
        this.waits.push(wait);
        return () => {
          this.waits = this.waits.filter((other) => other !== wait);
        };
      },
    });
  }

  /** Lets time go by, and every answer that is on its way arrive. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.clock + milliseconds;
    for (;;) {
      const next = this.waits.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.clock = next.at;
      this.waits = this.waits.filter((other) => other !== next);
      next.call();
      await settle();
    }
    this.clock = until;
    await settle();
  }

  kill(): void {
    this.waits = [];
  }
}

/** Lets every answer that is on its way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** A phone whose report has one piece of work. */
export function phoneWith(work = '公示到期合同'): Phone {
  return new Phone(new DraftServer(sampleContent(work)));
}

/** The work as the server has it. */
export function workOnServer(phone: Phone): string {
  return phone.server.content.headings[0]!.items[0]!.work;
}

/** The work as it stands in the field. */
export function workIn(keeper: DraftKeeper): string {
  return keeper.content.headings[0]!.items[0]!.work;
}
