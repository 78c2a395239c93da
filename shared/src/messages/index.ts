import { APPLICATIONS_MESSAGES } from '../applications';
import { ASSESSMENT_MESSAGES } from '../assessment';
import { BURDEN_MESSAGES } from '../burden';
import { COORDINATION_MESSAGES } from '../coordination';
import { FEEDBACK_MESSAGES } from '../feedback';
import { INFORMATION_MESSAGES } from '../information';
import { INSPECTIONS_MESSAGES } from '../inspections';
import { KERNEL_MESSAGES, type MessageRegistry, type Refusal } from '../kernel';
import { LEDGER_MESSAGES } from '../ledger';
import { NOTIFICATIONS_MESSAGES } from '../notifications';
import { OBLIGATIONS_MESSAGES } from '../obligations';
import { PEOPLE_MESSAGES } from '../people';
import { REPORTING_MESSAGES } from '../reporting';
import { RULINGS_MESSAGES } from '../rulings';
import { SCORING_MESSAGES } from '../scoring';
import { SPOT_CHECKS_MESSAGES } from '../spot-checks';
import { SUPERVISION_MESSAGES } from '../supervision';

/** Every registry, one per subject. Codes are unique across them. */
export const MESSAGE_REGISTRIES: readonly MessageRegistry[] = [
  KERNEL_MESSAGES,
  PEOPLE_MESSAGES,
  NOTIFICATIONS_MESSAGES,
  OBLIGATIONS_MESSAGES,
  LEDGER_MESSAGES,
  REPORTING_MESSAGES,
  INFORMATION_MESSAGES,
  COORDINATION_MESSAGES,
  SUPERVISION_MESSAGES,
  INSPECTIONS_MESSAGES,
  BURDEN_MESSAGES,
  SCORING_MESSAGES,
  RULINGS_MESSAGES,
  APPLICATIONS_MESSAGES,
  FEEDBACK_MESSAGES,
  SPOT_CHECKS_MESSAGES,
  ASSESSMENT_MESSAGES,
];

/** Whether a code has its sentence. */
export function isRegisteredCode(code: string): boolean {
  return registryOf(code) !== undefined;
}

/**
 * The sentence a person reads for a refusal. An unregistered code, or facts that its sentence cannot use, give the
 * sentence for the unexpected: an answer about an error must never become one itself.
 */
export function sentenceFor(refusal: Refusal): string {
  const unexpected = KERNEL_MESSAGES['request.unexpected'];
  try {
    return (registryOf(refusal.code)?.[refusal.code] ?? unexpected)(refusal.facts);
  } catch {
    return unexpected();
  }
}

function registryOf(code: string): MessageRegistry | undefined {
  return MESSAGE_REGISTRIES.find((registry) => Object.prototype.hasOwnProperty.call(registry, code));
}
