import type { InformationSettings } from '../information';
import type { ObligationSettings } from '../obligations';
import type { UnitKind } from '../people';
import type { ReportForm } from '../reporting';

/** A unit as a sample group lists it. */
export interface SampleUnit {
  readonly number: number;
  readonly name: string;
  readonly fullName: string;
  readonly aliases: readonly string[];
  readonly kind: UnitKind;
}

/** A working group with everything that differs between groups and years, as data. Samples only: never a real installation's data. */
export interface SampleGroup {
  readonly isSample: true;
  /** Stable key for demo data and tests. */
  readonly key: string;
  readonly name: string;
  readonly city: string;
  readonly leadUnitName: string;
  readonly leadPhone: string;
  readonly leadHours: string;
  readonly units: readonly SampleUnit[];
  readonly settings: ObligationSettings;
  readonly form: ReportForm;
  readonly information: InformationSettings;
}
