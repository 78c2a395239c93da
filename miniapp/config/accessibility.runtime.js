import { mergeInternalComponents } from '@tarojs/shared';
import spoken from './accessibility.json';

// Attributes travel by number. The program must count the same ones as its templates, or each value lands on another.
mergeInternalComponents(spoken);
