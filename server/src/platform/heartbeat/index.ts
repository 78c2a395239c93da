export { HeartbeatModule } from './heartbeat.module';
