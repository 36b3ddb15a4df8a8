// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { findSession, keepSession } from '../../../admin/api/session-state.ts';
import { SignInForm } from '../../../admin/session/sign-in-form.tsx';
import { SignInPage } from '../../../admin/session/sign-in-page.tsx';
import { renderAdmin } from '../render.tsx';
import { answer, becomeUser, stubApi } from '../stub-api.ts';

const fill = async (email: string, password: string): Promise<void> => {
  await userEvent.type(screen.getByLabelText(/^E-mail/), email);
  await userEvent.type(screen.getByLabelText(/^Password/), `${password}{Enter}`);
};

describe('the sign-in form', () => {
  it('keeps the session and goes on', async () => {
    const session = becomeUser();
    keepSession(null);
    const sent = stubApi({ 'POST /api/session': session });
    const done = vi.fn();
    renderAdmin(<SignInForm onDone={done} />);
    await fill(' me@example.test', 'secret');
    await waitFor(() => expect(done).toHaveBeenCalledTimes(1));
    expect(sent[0]?.body).toEqual({ email: 'me@example.test', password: 'secret' });
    expect(findSession()?.csrfToken).toBe('token-1');
  });

  it('asks for what is missing before anything is sent', async () => {
    const sent = stubApi({});
    renderAdmin(<SignInForm onDone={vi.fn()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText(/^E-mail/).getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText(/^Password/).getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
  });

  it('says the same of a wrong password and of an account that does not exist, and keeps what was typed', async () => {
    stubApi({ 'POST /api/session': () => answer(401, { code: 'SIGN_IN_FAILED', title: 'No', detail: 'No' }) });
    renderAdmin(<SignInForm onDone={vi.fn()} />);
    await fill('me@example.test', 'wrong');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).not.toMatch(/account|exist|unknown/i);
    expect(screen.getByLabelText<HTMLInputElement>(/^Password/).value).toBe('wrong');
  });

  it('says how long a lock-out lasts, and nothing of the account', async () => {
    stubApi({ 'POST /api/session': () => answer(429, { code: 'LOCKED_OUT', title: 'T' }, { 'Retry-After': '90' }) });
    renderAdmin(<SignInForm onDone={vi.fn()} />);
    await fill('me@example.test', 'wrong');
    expect((await screen.findByRole('alert')).textContent).toMatch(/1 min 30 s/);
  });

  it('shows the password to those who ask', async () => {
    renderAdmin(<SignInForm onDone={vi.fn()} />);
    const field = screen.getByLabelText<HTMLInputElement>(/^Password/);
    expect(field.type).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: /show/i }));
    expect(field.type).toBe('text');
  });
});

describe('the sign-in page', () => {
  it('offers the sign-in service where there is one, and says where a demonstration keeps its passwords', async () => {
    const instance = {
      demo: true,
      credentialsFile: '/srv/.redress/credentials.json',
      signIn: { password: true, oidc: { name: 'Acme', url: '/api/session/oidc' } },
    };
    stubApi({ 'GET /api/instance': instance });
    renderAdmin(<SignInPage />);
    expect((await screen.findByRole('link', { name: /Acme/ })).getAttribute('href')).toBe('/api/session/oidc');
    expect(screen.getByRole('note').textContent).toContain('/srv/.redress/credentials.json');
  });
});
