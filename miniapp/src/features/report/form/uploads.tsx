import { evidenceIn, type AttachmentView, type ReportContent } from '@jiannuo/shared/reporting';
import { createContext, useContext, type ReactNode } from 'react';
import { useUploads as useRunningUploads, type Uploads } from '../../../ui/report/use-uploads';

const UploadsContext = createContext<Uploads | null>(null);

/** Runs uploads for the entries of a report's form, so that they go on while sections open and close. */
export function UploadsProvider({
  reportId,
  known,
  children,
}: {
  readonly reportId: string;
  readonly known: readonly AttachmentView[];
  readonly children: ReactNode;
}) {
  return <UploadsContext.Provider value={useRunningUploads(reportId, known)}>{children}</UploadsContext.Provider>;
}

/** The uploads of the form around this component. */
export function useUploads(): Uploads {
  const value = useContext(UploadsContext);
  if (value === null) throw new Error('no uploads around this component');
  return value;
}

/** How many entries of a content have a file on its way, or one that did not arrive, from this device or another. */
export function countMissing(content: ReportContent, { progressOf }: Uploads): number {
  return evidenceIn(content).filter(({ id, isAwaited }) => isAwaited === true || progressOf(id) !== undefined).length;
}
