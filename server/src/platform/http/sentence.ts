import type { MessageRegistry, Refusal } from '@jiannuo/shared/kernel';
import { sentenceFor } from '@jiannuo/shared/messages';
import { PLATFORM_MESSAGES } from './platform.messages';

/** The one sentence that tells a person why, and what to do. */
export function sentenceOf(refusal: Refusal): string {
  const registry: MessageRegistry = PLATFORM_MESSAGES;
  const sentence = Object.hasOwn(registry, refusal.code) ? registry[refusal.code] : undefined;
  return sentence ? sentence(refusal.facts) : sentenceFor(refusal);
}
