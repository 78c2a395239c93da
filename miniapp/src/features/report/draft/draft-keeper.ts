import type { Instant } from '@jiannuo/shared/kernel';
import {
  diffContent,
  type DraftChange,
  type DraftConflict,
  type DraftView,
  type ReportContent,
} from '@jiannuo/shared/reporting';
import { asApiError } from '../../../platform/http/api-error';
import type { StoreResult } from '../../../platform/storage';
import { withField, type FieldValue } from './edit-content';
import { mergeConflicts, rebase, standing, takenAway, withoutConflicts } from './rebase';
import type { Sendable } from './sendable';
import { Timers, type Later } from './timers';

/** What is on the device: the draft as typed, and the server's draft it was typed upon. */
export interface KeptDraft {
  readonly revision: number;
  readonly base: ReportContent;
  readonly content: ReportContent;
  readonly conflicts: readonly DraftConflict[];
  /** What was sent without an answer: the server may have it or not. It is sent again as it was, before anything newer. */
  readonly unanswered: ReportContent | null;
  readonly keptAt: Instant;
}

/** Where the text is right now. `refused`: the server has all but what it will not take as it stands, for this reason. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Instant | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'on-device'; readonly at: Instant }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'no-room'; readonly at: Instant };

/** What the keeper needs of the world, so that it can be tried without one. */
export interface DraftPorts {
  readonly read: () => KeptDraft | null;
  readonly write: (draft: KeptDraft) => StoreResult;
  readonly forget: () => void;
  /** What of the typed content the server would take, measured against what it has. */
  readonly sendable: (base: ReportContent, typed: ReportContent) => Sendable;
  readonly save: (revision: number, changes: readonly DraftChange[]) => Promise<DraftView>;
  readonly now: () => Instant;
  readonly later: Later;
}

/** Typed text is on the device within half a second, and on its way to the server within 2.5 s after typing stops. */
const KEEP_WITHIN = 500;
const SEND_AFTER = 2_500;
const SEND_AT_LATEST = 10_000;
const TRY_AGAIN_AFTER = 15_000;
const DERIVE_AFTER = 200;
/** The one refusal that time alone cures. */
const TOO_OFTEN = 429;

type Listener = () => void;

/**
 * Keeps one draft: every change at once in memory, half a second later on the device, then on the server, merged with what
 * another device wrote. Nothing typed is dropped: it is in the content or in a conflict, and both are on the device.
 */
export class DraftKeeper {
  private base: ReportContent;
  private current: ReportContent;
  private openConflicts: readonly DraftConflict[];
  private known: number;
  private savedAt: Instant | null;
  private state: SaveState;
  private unanswered: ReportContent | null;
  private sending: Promise<void> | null = null;
  private unkept = false;
  private shape = 0;
  private readonly epochs = new Map<string, number>();
  private readonly listeners = new Set<Listener>();
  private readonly timers: Timers<'keep' | 'send' | 'latest' | 'derive'>;

  constructor(
    draft: DraftView,
    private readonly ports: DraftPorts,
  ) {
    this.timers = new Timers(ports.later);
    const kept = ports.read();
    const start = kept ?? { ...draft, base: draft.content, unanswered: null };
    this.base = start.base;
    this.current = start.content;
    this.known = start.revision;
    this.unanswered = start.unanswered ?? null;
    this.openConflicts = mergeConflicts(start.conflicts, draft.conflicts);
    this.savedAt = draft.savedAt;
    this.state = { kind: 'saved', at: draft.savedAt };
    if (kept !== null) this.meet(draft);
    const { isNews, sentence } = this.waiting();
    if (!isNews && sentence !== null) this.state = { kind: 'refused', sentence };
  }

  /** The draft as typed. */
  get content(): ReportContent {
    return this.current;
  }

  /** The server's number of the draft this one stands upon. */
  get revision(): number {
    return this.known;
  }

  /** Fields that two devices wrote differently and nobody has chosen between. */
  get conflicts(): readonly DraftConflict[] {
    return this.openConflicts;
  }

  get saveState(): SaveState {
    return this.state;
  }

  /** Counts up when entries came or went, or another device's text came in: then the form is drawn anew. */
  get shapeNumber(): number {
    return this.shape;
  }

  /** Counts up for a field whose text was changed from outside, so that its input starts again with that text. */
  epochOf(path: string): number {
    return this.epochs.get(path) ?? 0;
  }

  /** Calls `listener` when something worth drawing may have changed; the answer stops that. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  /** One keystroke, or one entry added, replaced or taken away. */
  change(path: string, value: FieldValue): void {
    const isShape = typeof value !== 'string' || !this.hasField(path);
    this.current = withField(this.current, path, value);
    this.openConflicts = standing(this.openConflicts, this.current);
    this.unkept = true;
    if (isShape) this.shape += 1;
    this.timers.start('keep', KEEP_WITHIN, () => this.keep());
    this.timers.restart('send', SEND_AFTER, () => void this.send());
    this.timers.start('latest', SEND_AT_LATEST, () => void this.send());
    if (this.state.kind !== 'saving') this.say({ kind: 'saving' });
    if (isShape) this.tell();
    else this.timers.start('derive', DERIVE_AFTER, () => this.tell());
  }

  /** A text set from outside its field, which therefore starts again: carried over, chosen, formatted. */
  replace(path: string, value: FieldValue): void {
    this.raiseEpoch(path);
    this.shape += 1;
    this.change(path, value);
    this.tell();
  }

  /** Puts what is typed on the device now: on leaving a field, on hiding, before anything risky. */
  keep(): void {
    this.timers.stop('keep');
    const keptAt = this.ports.now();
    const { known: revision, base, current: content, openConflicts: conflicts, unanswered } = this;
    this.unkept = this.ports.write({ revision, base, content, conflicts, unanswered, keptAt }) === 'full';
    if (this.unkept) this.say({ kind: 'no-room', at: keptAt });
  }

  /** Sends what the server does not have yet, after any sending under way. Resolves when the server has it, or will not. */
  async send(): Promise<void> {
    this.timers.stop('send');
    this.timers.stop('latest');
    if (this.unkept) this.keep();
    while (this.sending !== null) await this.sending;
    const { isNews, sentence } = this.waiting();
    if (!isNews) {
      if (sentence !== null) this.say({ kind: 'refused', sentence });
      else if (this.state.kind === 'saving') this.say({ kind: 'saved', at: this.savedAt });
      return;
    }
    this.sending = this.sendOnce().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** Whether the server has all that is typed. */
  get isSaved(): boolean {
    return this.base === this.current || diffContent(this.base, this.current).length === 0;
  }

  /** The server's draft as just read: taken over when nothing is pending here, otherwise merged by sending. */
  meet(draft: DraftView): void {
    const { isNews, content } = this.waiting();
    if (draft.revision <= this.known && !isNews) return;
    if (!isNews) this.adopt(draft, content);
    else this.timers.restart('send', 0, () => void this.send());
  }

  /** Chooses between two devices' texts: what stands in the field until then, `theirs`, or one written anew. */
  resolve(path: string, value: FieldValue): void {
    this.openConflicts = this.openConflicts.filter((conflict) => conflict.path !== path);
    this.replace(value === null ? takenAway(path, this.base) : path, value);
    this.keep();
  }

  /** After handing in: nothing is left to keep on the device. */
  finish(): void {
    this.timers.stopAll();
    this.unkept = false;
    this.unanswered = null;
    this.base = this.current;
    this.ports.forget();
  }

  /** When the screen goes: what is typed is on the device, and goes to the server if it can. */
  leave(): void {
    if (this.unkept) this.keep();
    void this.send();
  }

  private async sendOnce(): Promise<void> {
    const sent = this.unanswered ?? this.waiting().content;
    this.unanswered = sent;
    this.keep();
    this.say({ kind: 'saving' });
    try {
      const draft = await this.ports.save(this.known, diffContent(this.base, sent));
      this.unanswered = null;
      this.adopt(draft, sent);
      const { isNews, sentence } = this.waiting();
      if (sentence !== null) this.say({ kind: 'refused', sentence });
      else if (!isNews) this.say({ kind: 'saved', at: this.savedAt });
      if (isNews) this.timers.restart('send', 0, () => void this.send());
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const failure = asApiError(error);
    if (failure.kind === 'refused' && failure.status !== TOO_OFTEN) {
      this.unanswered = null;
      this.say({ kind: 'refused', sentence: failure.sentence });
      return;
    }
    this.say({ kind: 'on-device', at: this.ports.now() });
    if (failure.kind === 'signed-out') return;
    this.timers.restart('send', TRY_AGAIN_AFTER, () => void this.send());
  }

  private adopt(draft: DraftView, sent: ReportContent): void {
    const typed = this.current;
    const at = draft.savedAt ?? this.ports.now();
    const merged = rebase({ sent, typed, server: draft, at });
    const changed = diffContent(typed, merged.content);
    changed.forEach(({ path }) => {
      this.raiseEpoch(path);
    });
    const isQuiet = changed.length === 0;
    this.base = draft.content;
    this.known = draft.revision;
    this.savedAt = at;
    this.current = isQuiet ? typed : merged.content;
    this.openConflicts = standing(mergeConflicts(this.openConflicts, merged.conflicts), this.current);
    this.keep();
    if (!isQuiet || merged.conflicts.length > 0) this.shape += 1;
    this.tell();
  }

  /** What can go to the server now, whether that is news to it, and why the rest cannot go. */
  private waiting(): Sendable & { readonly isNews: boolean } {
    if (this.isSaved) return { content: this.current, sentence: null, isNews: false };
    const agreed = withoutConflicts(this.base, this.current, this.openConflicts);
    const { content, sentence } = this.ports.sendable(this.base, agreed);
    return { content, sentence, isNews: this.unanswered !== null || diffContent(this.base, content).length > 0 };
  }

  private hasField(path: string): boolean {
    const parts = path.split('/');
    if (parts[0] === 'headings' || parts[0] === 'signOff') return true;
    const list = parts[0] === 'problems' ? this.current.problems : this.current.plans;
    return list.some((line) => line.id === parts[1]);
  }

  private raiseEpoch(path: string): void {
    this.epochs.set(path, this.epochOf(path) + 1);
  }

  private say(state: SaveState): void {
    this.state = state;
    this.tell();
  }

  private tell(): void {
    this.timers.stop('derive');
    this.listeners.forEach((listener) => {
      listener();
    });
  }
}
