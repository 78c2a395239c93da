/** Whose turn it is, and what for. */
export interface MarkingTurn {
  readonly personId: string;
  /** Whether a file that was just put in is only tried: whoever reads comes first. */
  readonly isTrial: boolean;
  /** Whether nothing may run beside it. */
  readonly isAlone: boolean;
}

interface Waiting extends MarkingTurn {
  readonly start: () => void;
}

const MOST = 2;

/**
 * Lets two work at a time, yet one for each person and one that only tries a file: whatever somebody puts in, nobody else
 * waits for it longer than for one reader.
 */
export class MarkingTurns {
  private readonly waiting: Waiting[] = [];
  private readonly running = new Set<MarkingTurn>();

  /** Does the work when its turn has come. */
  async take<T>(whose: MarkingTurn, work: () => Promise<T>): Promise<T> {
    const turn = await new Promise<MarkingTurn>((resolve) => {
      const waiting: Waiting = {
        ...whose,
        start: () => {
          resolve(waiting);
        },
      };
      this.waiting.push(waiting);
      this.startNext();
    });
    try {
      return await work();
    } finally {
      this.running.delete(turn);
      this.startNext();
    }
  }

  private startNext(): void {
    const inOrder = [...this.waiting.filter(({ isTrial }) => !isTrial), ...this.waiting.filter((each) => each.isTrial)];
    for (const turn of inOrder) {
      if (!this.fits(turn)) continue;
      this.waiting.splice(this.waiting.indexOf(turn), 1);
      this.running.add(turn);
      turn.start();
    }
  }

  private fits(turn: MarkingTurn): boolean {
    if (turn.isAlone) return this.running.size === 0;
    const isInTheWay = (other: MarkingTurn): boolean => {
      return other.isAlone || other.personId === turn.personId || (other.isTrial && turn.isTrial);
    };
    return this.running.size < MOST && ![...this.running].some(isInTheWay);
  }
}
