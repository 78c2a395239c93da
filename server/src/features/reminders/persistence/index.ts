import { ReminderTapEntity } from './reminder-tap.entity';

/** The tables of reminders. */
export const REMINDER_ENTITIES = [ReminderTapEntity] as const;
