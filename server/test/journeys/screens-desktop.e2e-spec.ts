import { describeEveryScreen } from './every-screen';

describeEveryScreen('desktop');
