import { applyChanges, type DraftChange, type DraftView, type ReportContent } from '@jiannuo/shared/reporting';
import { ApiError, offlineError } from '../src/platform/http/api-error';
import { SAMPLE_FORM } from './sample-report';

/** A server that merges drafts by the shared decision, as the real one does; its network can be cut. */
export class DraftServer {
  revision = 1;
  isReachable = true;
  /** The answer is lost on its way back, though the changes were taken in. */
  losesAnswer = false;
  saves = 0;

  constructor(public content: ReportContent) {}

  async save(changes: readonly DraftChange[]): Promise<DraftView> {
    await Promise.resolve();
    if (!this.isReachable) throw offlineError();
    const merged = applyChanges(this.content, changes, SAMPLE_FORM);
    if (!merged.ok) {
      throw new ApiError('refused', 422, {
        code: merged.refusals[0].code,
        sentence: '“已赋码户数”要填整数。',
        requestId: '',
      });
    }
    this.saves += 1;
    this.revision += 1;
    this.content = merged.value.content;
    if (this.losesAnswer) throw offlineError();
    const at = '2022-05-17T04:31:00.000Z';
    const conflicts = merged.value.conflicts.map((conflict) => ({
      ...conflict,
      theirDevice: '电脑 ab12',
      theirAt: at,
    }));
    return { revision: this.revision, savedAt: at, content: this.content, conflicts };
  }

  /** Another device writes a field. */
  writeElsewhere(path: string, from: unknown, to: unknown): void {
    const merged = applyChanges(this.content, [{ path, from, to }], SAMPLE_FORM);
    if (!merged.ok) throw new Error('the other device wrote nonsense');
    this.content = merged.value.content;
    this.revision += 1;
  }

  get view(): DraftView {
    return { revision: this.revision, savedAt: '2022-05-17T04:20:00.000Z', content: this.content, conflicts: [] };
  }
}
