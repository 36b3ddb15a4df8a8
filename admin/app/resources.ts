import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ResourceProps } from 'react-admin';

/** A screen that is fetched when it is first opened. */
function screen(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}

/** Every resource of the admin; its name is its path and its segment in the API. */
export const RESOURCES: readonly ResourceProps[] = [];
void screen;
