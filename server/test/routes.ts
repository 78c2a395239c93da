import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Permission } from '@jiannuo/shared/people';
import { IS_PUBLIC, IS_WITHOUT_KEY, REQUIRED_PERMISSION } from '../src/platform/identity';
import type { TestRequest } from './served';

/** A route that a controller offers, and what it declares about itself. */
export interface DeclaredRoute {
  readonly method: NonNullable<TestRequest['method']>;
  /** With every parameter filled in. */
  readonly url: string;
  /** As the description of the API writes it. */
  readonly path: string;
  readonly hasBody: boolean;
  readonly permission: Permission | null;
  readonly isPublic: boolean;
  readonly isWithoutKey: boolean;
}

/** Every route of every controller of the application. */
export function routesOf(app: NestFastifyApplication): DeclaredRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (typeof metatype === 'function' ? routesOfController(metatype) : []));
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest keeps its metadata on plain functions.
function routesOfController(controller: Function): DeclaredRoute[] {
  const prototype = controller.prototype as Record<string, object>;
  const names = new MetadataScanner().getAllMethodNames(prototype);
  return names.flatMap((name) => {
    const handler = prototype[name];
    if (!handler || Reflect.getMetadata(METHOD_METADATA, handler) === undefined) return [];
    const declared = (key: string): unknown =>
      Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
    const method = RequestMethod[
      Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod
    ] as DeclaredRoute['method'];
    const hasBody = Object.keys(
      (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, unknown>,
    ).some((key) => key.startsWith(`${String(RouteParamtypes.BODY)}:`));
    return pathsOf(controller, handler).map((path) => ({
      method,
      url: path.replace(/:[^/]+/g, '1'),
      path: path.replace(/:([^/]+)/g, '{$1}'),
      hasBody,
      permission: (declared(REQUIRED_PERMISSION) ?? null) as Permission | null,
      isPublic: declared(IS_PUBLIC) === true,
      isWithoutKey: declared(IS_WITHOUT_KEY) === true,
    }));
  });
}

function pathsOf(controller: object, handler: object): string[] {
  const bases = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
  const ends = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
  return bases.flatMap((base) => ends.map((end) => `/${base}/${end}`.replace(/\/+/g, '/').replace(/\/$/, '')));
}
