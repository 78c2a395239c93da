import type { INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

type Controller = abstract new (...parts: never[]) => object;

/** What an operation says about itself. */
export interface Summary {
  readonly summary: string;
  /** What the docstring says beyond its first sentence. */
  readonly description?: string;
}

/**
 * The docstring of every route's method, by operation id (`ReportController_view`). Compilers keep the comments inside
 * a class and a class can tell its own source, so that no sentence has to be written a second time in a decorator.
 */
export function summariesOf(app: INestApplication): ReadonlyMap<string, Summary> {
  const found = new Map<string, Summary>();
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) addDocstrings(found, metatype as Controller);
  }
  return found;
}

const METHOD = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:async\s+)?(\w+)\(/g;

function addDocstrings(found: Map<string, Summary>, controller: Controller): void {
  for (const [, comment = '', method = ''] of String(controller).matchAll(METHOD)) {
    const text = comment.replace(/\s*\n\s*\*?\s*/g, ' ').trim();
    const end = /[.](?=\s|$)/.exec(text)?.index ?? text.length;
    const description = text.slice(end + 1).trim();
    const summary = text.slice(0, end);
    found.set(`${controller.name}_${method}`, description === '' ? { summary } : { summary, description });
  }
}
