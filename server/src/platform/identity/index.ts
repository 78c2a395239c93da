export { AccessGuard } from './access.guard';
export { ActorDirectory, checkedScope, scopeOf, type Actor, type EndedPost, type Scope } from './actor';
export {
  CurrentActor,
  IS_PUBLIC,
  IS_WITHOUT_KEY,
  Public,
  REQUIRED_PERMISSION,
  Requires,
  SignInRoute,
  WithoutKey,
} from './decorators';
export { Sessions, type SessionDevice } from './sessions';
