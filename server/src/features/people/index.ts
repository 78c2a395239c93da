export { GroupCommands, type GroupNames, type NewGroup, type NewGroupYear } from './group.commands';
export { GroupQueries, type GroupRecord, type GroupYearRecord } from './group.queries';
export { MiniProgram } from './mini-program';
export { PeopleModule } from './people.module';
export { PeopleQueries, type Contact } from './people.queries';
export { InviteCommands } from './invite.commands';
export { RosterCommands, type RosterResult } from './roster.commands';
export { UnitNews, type ConcernedUnit } from './unit-news';
export { RosterQueries, rosterSheets } from './roster.queries';
