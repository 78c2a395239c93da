import { applyDecorators } from '@nestjs/common';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { Label } from './label';

/** The largest number that a column holds. */
const MOST = 2_147_483_647;

/** A month, `2022-05`, of the years that a group may set up. */
export function MonthField(label = '月份'): PropertyDecorator {
  return applyDecorators(Label(label), Matches(/^2\d{3}-(?:0[1-9]|1[0-2])$/));
}

/** A calendar year. */
export function YearField(label = '年份'): PropertyDecorator {
  return applyDecorators(Label(label), IsInt(), Min(2000), Max(2999));
}

/** The id of a record. */
export function IdField(label: string): PropertyDecorator {
  return applyDecorators(Label(label), IsString(), Length(1, 26));
}

/** A version, revision or number on a list: counted from 1. */
export function NumberField(label: string): PropertyDecorator {
  return applyDecorators(Label(label), IsInt(), Min(1), Max(MOST));
}
