import {
  caseOf,
  sheetPoints,
  withStatements,
  type AssessmentView,
  type MeasureStatement,
  type SheetDraft,
  type SheetLine,
  type SheetPoints,
  type TypedScores,
} from '@jiannuo/shared/assessment';
import { isBlank, type Instant } from '@jiannuo/shared/kernel';
import { parsePoints } from '@jiannuo/shared/scoring';
import { useEffect, useRef, useState } from 'react';
import { asApiError } from '../../../platform/http/api-error';
import { newIdentifier } from '../../../platform/identifiers';
import { readStored, removeStored, writeStored } from '../../../platform/storage';
import { saveSheet } from '../api/save-sheet.api';

/** Where the county's part is right now. */
export type SheetSaved =
  | { readonly kind: 'server'; readonly at: Instant | null }
  | { readonly kind: 'device'; readonly sentence: string | null }
  | { readonly kind: 'no-room' };

/** The sheet being filled in: every change is on the device at once and with the server soon after. */
export interface SheetBook {
  readonly draft: SheetDraft;
  readonly points: SheetPoints;
  readonly saved: SheetSaved;
  readonly sayDone: (measure: MeasureStatement) => void;
  /** Lines whose typed number cannot be one; nothing is handed in while there are any. */
  readonly wrongLines: readonly SheetLine[];
  /** A typed number; empty for what the engine gives. One that is no number for the line is not kept. */
  readonly typeScore: (line: SheetLine, text: string) => void;
  readonly remark: (text: string) => void;
  /** Stops keeping, and answers the revision to hand in upon. */
  readonly settle: () => Promise<number>;
  /** After handing in: nothing is left to keep on the device. */
  readonly forget: () => void;
}

const SEND_AFTER = 1_200;

/** The points of a draft upon a month's records, as if it were handed in now. */
export function pointsOf({ records, serverNow }: AssessmentView, draft: SheetDraft): SheetPoints {
  return sheetPoints(withStatements(caseOf(records, serverNow, true), draft), draft.scores);
}

/** A draft's scores with another text typed at a line; null where that is no number for it. */
function typedScores(view: AssessmentView, draft: SheetDraft, line: SheetLine, text: string): TypedScores | null {
  const others = Object.fromEntries(Object.entries(draft.scores).filter(([each]) => each !== line));
  if (isBlank(text)) return others;
  const most = pointsOf(view, draft).lines.find((each) => each.line === line)?.outOf ?? '0';
  const outcome = parsePoints(text, most, '自评分');
  return outcome.ok ? { ...others, [line]: outcome.value } : null;
}

/** Keeps the county's part of a sheet; where one was entered for it, what it puts right of that. */
export function useSheet(view: AssessmentView): SheetBook {
  const { sheet } = view;
  const name = sheet === null ? `assessment/${view.id}` : `assessment/${view.id}/${String(sheet.number)}`;
  const start = sheet === null ? view.draft.content : sheet.content.draft;
  const [draft, setDraft] = useState<SheetDraft>(() => readStored<SheetDraft>(name) ?? start);
  const [saved, setSaved] = useState<SheetSaved>({ kind: 'server', at: view.draft.savedAt });
  const [wrongLines, setWrongLines] = useState<readonly SheetLine[]>([]);
  const revision = useRef(view.draft.revision);
  const sending = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  revision.current = Math.max(revision.current, view.draft.revision);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );

  const send = async (content: SheetDraft) => {
    try {
      const answer = await saveSheet(view.id, { revision: revision.current, content }, newIdentifier());
      revision.current = answer.revision;
      if (readStored<SheetDraft>(name) !== null) setSaved({ kind: 'server', at: answer.savedAt });
    } catch (failure) {
      const { kind, sentence } = asApiError(failure);
      setSaved({ kind: 'device', sentence: kind === 'refused' ? sentence : null });
    }
  };
  const change = (next: SheetDraft) => {
    setDraft(next);
    const isFull = writeStored(name, next) === 'full';
    setSaved(isFull ? { kind: 'no-room' } : { kind: 'device', sentence: null });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sending.current = send(next);
    }, SEND_AFTER);
  };
  return {
    draft,
    points: pointsOf(view, draft),
    saved,
    sayDone: ({ id, done }) => {
      const others = draft.measures.filter((each) => each.id !== id);
      const isRecorded = view.records.measures.some((each) => each.id === id && each.done === done);
      change({ ...draft, measures: isRecorded ? others : [...others, { id, done }] });
    },
    wrongLines,
    typeScore: (line, text) => {
      const scores = typedScores(view, draft, line, text);
      const others = wrongLines.filter((each) => each !== line);
      setWrongLines(scores === null ? [...others, line] : others);
      if (scores !== null) change({ ...draft, scores });
    },
    remark: (text) => {
      change({ ...draft, remark: text });
    },
    settle: async () => {
      clearTimeout(timer.current);
      await sending.current;
      return revision.current;
    },
    forget: () => {
      clearTimeout(timer.current);
      removeStored(name);
    },
  };
}

/** `15:08 已保存到手机和服务器`. */
export function savedSentence(saved: SheetSaved, at: (instant: Instant) => string): string {
  if (saved.kind === 'no-room') return '这台设备存满了，请先交再退出';
  if (saved.kind === 'device') return saved.sentence ?? '存在这台设备里，联网后自动存到服务器';
  return saved.at === null ? '都由月报和台账带入' : `${at(saved.at)} 已保存到这台设备和服务器`;
}

/** How many places the county changed. */
export function changedCount({ measures, scores, remark }: SheetDraft): number {
  return measures.length + Object.keys(scores).length + (remark === '' ? 0 : 1);
}
