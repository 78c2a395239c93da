import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { RecipientDirectory } from './recipients';

/** Finds the directory that a feature provides. It is looked for at first use: the platform is built before the features. */
@Injectable()
export class RecipientLookup {
  private found: RecipientDirectory | null = null;

  constructor(private readonly modules: ModuleRef) {}

  /** The directory of recipients. */
  get directory(): RecipientDirectory {
    this.found ??= this.modules.get<RecipientDirectory, RecipientDirectory>(RecipientDirectory, { strict: false });
    return this.found;
  }
}
