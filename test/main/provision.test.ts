import { expect, it } from 'vitest';
import { provisionFromUris, readLogin } from '../../server/main/provision.ts';

it.each([
  [
    'mongodb://redress:p%40ss@a:1,b:2,c:3/redress?replicaSet=rs',
    { user: 'redress', password: 'p@ss', database: 'redress' },
  ],
  ['mongodb+srv://u:p@cluster.example/?w=majority', { user: 'u', password: 'p', database: 'test' }],
  ['mongodb://localhost:27017/redress', null],
])('reads the login of %s', (uri, login) => {
  expect(readLogin(uri)).toEqual(login);
});

it('leaves rights alone where there is one identity', async () => {
  const uri = 'mongodb://redress:p@nowhere.invalid/redress';
  expect(await provisionFromUris({ mongodbUri: uri, mongodbAdminUri: uri })).toBe(false);
});
