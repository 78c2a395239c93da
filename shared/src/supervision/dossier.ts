import type { Instant, Refusal } from '../kernel';
import { earlierGap, isPrompted } from './earlier';
import { groundOf, type NoticeKind } from './kinds';
import { priorOfMatter, type Delivery, type Matter, type Prior, type PriorNotice } from './prior';

/** What a clue rests on of all that was issued before: the notices and the items of circulars, the latest first. */
export interface Dossier {
  /** Whether the system gathered it (自动归集); otherwise its writer took out or added some. */
  readonly isGathered: boolean;
  readonly noticeIds: readonly string[];
  readonly circularIds: readonly string[];
}

/** How many of each a dossier holds. */
export const DOSSIER_LIMIT = 100;

/** Everything before that is about the same matter: what a clue rests on unless its writer says otherwise (art. 16). */
export function gatherDossier(prior: Prior, matter: Matter): Dossier {
  const { notices, circulars } = priorOfMatter(prior, matter);
  return { isGathered: true, noticeIds: idsOf(notices), circularIds: idsOf(circulars) };
}

/** What of everything before a dossier names. */
export function priorIn({ notices, circulars }: Prior, { noticeIds, circularIds }: Dossier): Prior {
  return {
    notices: notices.filter(({ id }) => noticeIds.includes(id)),
    circulars: circulars.filter(({ id }) => circularIds.includes(id)),
  };
}

/**
 * Why a clue cannot rest on its dossier, or null where it can: it names what was never issued to these units, or a notice
 * of which the lead unit has to say first whether it stands, or its ground stands on what was issued before (通报、督办、预警后仍没有) and none of it is due and not met, or none of that kind.
 */
export function dossierGap(
  { kind, ground }: { readonly kind: NoticeKind; readonly ground: string | null },
  dossier: Dossier,
  prior: Prior,
  now: Instant,
): Refusal | null {
  const named = priorIn(prior, dossier);
  const count = dossier.noticeIds.length + dossier.circularIds.length;
  if (named.notices.length + named.circulars.length < count) return because('supervision.dossier-unfit');
  const shaken = named.notices.find(({ isShaken }) => isShaken === true);
  if (shaken !== undefined) return { code: 'supervision.dossier-shaken', facts: { title: shaken.number } };
  const rule = groundOf(kind, ground);
  if (rule?.needsEarlier !== true || (rule.takesCircular === true && named.circulars.length > 0)) return null;
  const gap = standingGap(gapsIn({ kind, ground }, named, now), now);
  return gap ?? (isPrompted(named) ? null : because('supervision.dossier-unprompted'));
}

/** Why nothing of these is due and not met; null where something is. What is not due yet is named: time alone is missing. */
function standingGap(gaps: ReturnType<typeof gapsIn>, now: Instant): Refusal | null {
  const [first] = gaps;
  if (first === undefined) return because('supervision.earlier-missing');
  if (gaps.some(({ gap }) => gap === null)) return null;
  if (gaps.every(({ gap }) => gap?.code === 'supervision.earlier-kind')) return first.gap;
  const asked = gaps.find(({ gap }) => gap?.code === 'supervision.earlier-asked');
  if (asked !== undefined) return { code: 'supervision.dossier-asked', facts: { title: asked.number } };
  const ahead = gaps.find(({ gap }) => gap?.code === 'supervision.earlier-not-due');
  if (ahead === undefined) return because('supervision.dossier-met');
  return { code: 'supervision.dossier-not-due', facts: { title: ahead.number, dueAt: ahead.answerDueAt ?? now } };
}

/** The notice that a clue follows in its chain: of its dossier the latest that is not met, else the latest; null for none. */
export function lastOfDossier(dossier: Dossier, prior: Prior, now: Instant): string | null {
  const named = priorIn(prior, dossier);
  const unmet = gapsIn({ kind: 'clue', ground: 'after-notices' }, named, now).find(({ gap }) => gap === null);
  return unmet?.id ?? named.notices[0]?.id ?? null;
}

function gapsIn(
  draft: { readonly kind: NoticeKind; readonly ground: string | null },
  { notices }: Prior,
  now: Instant,
): readonly (Pick<PriorNotice, 'id' | 'number'> & Pick<Delivery, 'answerDueAt'> & { readonly gap: Refusal | null })[] {
  return notices.flatMap(({ id, number, kind, state: noticeState, deliveries }) => {
    return deliveries.map((delivery) => {
      const { answerDueAt } = delivery;
      return { id, number, answerDueAt, gap: earlierGap(draft, { ...delivery, kind, noticeState }, now) };
    });
  });
}

function idsOf(list: readonly { readonly id: string }[]): readonly string[] {
  return list.map(({ id }) => id).slice(0, DOSSIER_LIMIT);
}

function because(code: string): Refusal {
  return { code, facts: {} };
}
