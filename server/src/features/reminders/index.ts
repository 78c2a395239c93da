export { ReminderPlan } from './reminder-plan';
export { RemindersModule } from './reminders.module';
