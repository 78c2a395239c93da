export type { AppointmentRecord, UnitRecord } from './appointment.rows';
export { AppointmentCommands, type AppointmentResult } from './appointment.commands';
export { GroupQueries, type GroupRecord, type GroupYearRecord } from './group.queries';
export { MiniProgram } from './mini-program';
export { PeopleModule } from './people.module';
export { PeopleQueries, type Contact } from './people.queries';
