import { readFileSync } from 'node:fs';
import { RESOURCES } from '../../../admin/app/resources.ts';

/** Files that route further, and below what. */
const NESTED: Readonly<Record<string, string>> = {
  'admin/app/app.tsx': '',
  'admin/policies/policy-page.tsx': '/policies/:id/show/',
  'admin/policy-versions/version-editor.tsx': '/policy-versions/:id/',
};

/** Every route of the admin: those of its resources, and those that its pages add. */
export function listRoutes(): readonly string[] {
  const resources = RESOURCES.flatMap(({ name, list, show, edit, create }) => [
    ...(list === undefined ? [] : [`/${name}`]),
    ...(show === undefined ? [] : [`/${name}/:id/show`]),
    ...(edit === undefined ? [] : [`/${name}/:id`]),
    ...(create === undefined ? [] : [`/${name}/create`]),
  ]);
  const nested = Object.entries(NESTED).flatMap(([file, root]) =>
    [...readFileSync(file, 'utf8').matchAll(/<Route path="([^"*]+)"/g)].map(([, path = '']) => root + path),
  );
  return [...new Set(['/', ...resources, ...nested])];
}

/** Files of the admin that hold routes of their own, whether {@link listRoutes} knows of them or not. */
export function isKnownRouter(file: string): boolean {
  return file in NESTED;
}
