import { View } from '@tarojs/components';
import { Button } from '../button/button';
import { Card } from '../card/card';
import { Icon } from '../icon/icon';
import './report.scss';

interface ConsentCardProps {
  readonly question: string;
  readonly lines: readonly string[];
  readonly onAgree: () => void;
  readonly onRefuse: () => void;
}

/** Asks once, after something is done, whether to be reminded; a card of its own, never in the way. */
export function ConsentCard({ question, lines, onAgree, onRefuse }: ConsentCardProps) {
  return (
    <Card>
      <View className="row row-top">
        <Icon name="bell" className="c-brand consent-bell" />
        <View className="t-2 grow">{question}</View>
      </View>
      {lines.map((line) => (
        <View key={line} className="t-s c-ink-2">
          {line}
        </View>
      ))}
      <View className="consent-verbs">
        <View className="grow">
          <Button look="plain" isBlock onPress={onRefuse}>
            不用了
          </Button>
        </View>
        <View className="grow consent-agree">
          <Button isBlock onPress={onAgree}>
            提醒我
          </Button>
        </View>
      </View>
    </Card>
  );
}
