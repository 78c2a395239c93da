export { ActorDirectory, checkedScope, scopeOf, type Actor, type Scope } from './actor';
export { CurrentActor, Public, Requires, SignInRoute, WithoutKey } from './decorators';
export { Sessions, type OpenedSession, type ResolvedSession, type SessionDevice, type SessionOwner } from './sessions';
