import type { AppointmentView } from '@jiannuo/shared/people';
import {
  gatherDossier,
  paperOf,
  priorIn,
  type NoticeContent,
  type NoticeKind,
  type NoticeView,
  type Paper,
} from '@jiannuo/shared/supervision';
import { now } from '../../../platform/clock';
import { usePrior } from '../api/load-prior.api';

interface Drafted {
  readonly kind: NoticeKind;
  readonly content: NoticeContent;
  readonly people: readonly AppointmentView[];
  /** In whose name notices go out. */
  readonly issuer: string;
  /** The notice that it corrects. */
  readonly corrects: Pick<NoticeView, 'number'> | null;
}

/** The paper that comes of what is being written, with the names of its units in full. */
export function usePaper({ kind, content, people, issuer, corrects }: Drafted): Paper {
  const { accusedIds = [], addressees, link } = content;
  const prior = usePrior(accusedIds).data ?? { notices: [], circulars: [] };
  const dossier = content.dossier?.isGathered === false ? content.dossier : gatherDossier(prior, content);
  const before = priorIn(prior, dossier);
  const names = new Map(people.map(({ unit }) => [unit.id, unit.fullName]));
  const lead = people.find(({ unit }) => unit.kind === 'lead');
  return paperOf({
    ...{ kind, content, issuer, corrects: corrects === null ? null : corrects.number },
    leadUnit: lead?.unit.fullName ?? issuer,
    parties: addressees.map(({ unitId, part }) => ({ name: names.get(unitId) ?? '', part })),
    accused: accusedIds.flatMap((unitId) => names.get(unitId) ?? []),
    about: link?.name === undefined ? '' : `${link.name.unitName}${link.name.title}`,
    chain: [...before.notices].reverse(),
    circulars: [...before.circulars].reverse(),
    ...{ number: null, issuedAt: null, signed: null, now: now() },
  });
}
