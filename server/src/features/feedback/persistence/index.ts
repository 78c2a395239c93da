import { FeedbackMessageEntity } from './feedback-message.entity';
import { FeedbackEntity } from './feedback.entity';

/** The tables of this subject. */
export const FEEDBACK_ENTITIES = [FeedbackEntity, FeedbackMessageEntity] as const;
