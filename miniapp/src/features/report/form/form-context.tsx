import type { Period } from '@jiannuo/shared/kernel';
import type { AttachmentView, Gap, LedgerItem, ListedMeasure, ReportForm } from '@jiannuo/shared/reporting';
import { createContext, useContext } from 'react';
import { useDraftValue } from '../draft/use-draft';
import { gapsIn } from './sections';

/** What the parts of the form share besides the draft. */
export interface FormValue {
  readonly reportId: string;
  readonly period: Period;
  readonly form: ReportForm;
  /** The missing thing that was just asked for; its field says so. */
  readonly wrong: Gap | null;
  readonly previousPlans: readonly { readonly id: string; readonly text: string }[];
  /** What last month is called, `4月`. */
  readonly previousMonth: string;
  /** What is done in the ledger and may be carried in (M1). */
  readonly ledgerOffers: readonly LedgerItem[];
  /** What the ledger lists for the month, done or not. */
  readonly listedMeasures: readonly ListedMeasure[];
  readonly attachments: readonly AttachmentView[];
}

const FormContext = createContext<FormValue | null>(null);
export const FormProvider = FormContext.Provider;

/** What the form around this component shares. */
export function useForm(): FormValue {
  const value = useContext(FormContext);
  if (value === null) throw new Error('no form around this component');
  return value;
}

/** What is wrong at this path, as a sentence, or null: it goes as soon as it is put right. */
export function useWrong(path: string): string | null {
  const { wrong, form } = useForm();
  return useDraftValue((keeper) => {
    if (wrong?.path !== path) return null;
    const isStill = gapsIn(keeper.content, form).some((gap) => gap.path === path && gap.code === wrong.code);
    return isStill ? wrong.sentence : null;
  });
}
