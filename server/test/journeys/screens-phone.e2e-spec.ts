import { describeEveryScreen } from './every-screen';

describeEveryScreen('phone');
